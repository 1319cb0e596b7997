package org.escale.server.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.escale.protocol.StationId;
import org.escale.protocol.StationStateName;
import org.escale.server.stations.StationSnapshot.LastReceipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StationReadinessTest {

  private static final LastReceipt CLEAN = receipt(0, true, true);

  @Test
  void aLockedStationWithAFreshReceiptIsReady() {
    assertThat(of(true, false, StationStateName.LOCKED, CLEAN)).isEqualTo(StationReadiness.READY);
  }

  @ParameterizedTest
  @CsvSource({"1,true,true", "0,false,true", "0,true,false"})
  void aReceiptThatIsNotCleanOrNotNewEnoughProvesNothing(
      int residue, boolean newerThanLastUse, boolean newest) {
    assertThat(of(true, false, StationStateName.LOCKED, receipt(residue, newerThanLastUse, newest)))
        .isEqualTo(StationReadiness.NOT_CLEAN);
  }

  @Test
  void aStationWithoutAReceiptIsNotClean() {
    assertThat(of(true, false, StationStateName.LOCKED, null))
        .isEqualTo(StationReadiness.NOT_CLEAN);
  }

  @Test
  void aStationThatIsBeingUnlockedIsBusyEvenBeforeItSaysSo() {
    assertThat(of(true, true, StationStateName.LOCKED, CLEAN)).isEqualTo(StationReadiness.BUSY);
  }

  @ParameterizedTest
  @EnumSource(StationStateName.class)
  void aStationThatIsNotConnectedIsNeverReady(StationStateName state) {
    assertThat(of(false, false, state, CLEAN)).isEqualTo(StationReadiness.NOT_CONNECTED);
  }

  @Test
  void aStationThatNeverSaidAnythingIsNotReady() {
    assertThat(of(true, false, null, CLEAN)).isEqualTo(StationReadiness.NOT_CONNECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "OUT_OF_SERVICE,OUT_OF_SERVICE",
    "WIPING,NOT_CLEAN",
    "OPENING,BUSY",
    "IN_SESSION,BUSY",
    "HIDDEN,BUSY",
    "ENDING,BUSY"
  })
  void everyOtherStateKeepsItFromVisitors(StationStateName state, StationReadiness expected) {
    assertThat(of(true, false, state, CLEAN)).isEqualTo(expected);
  }

  @Test
  void isNotOfferedWhileThereIsNothingOnItsScreen() {
    assertThat(of(true, false, false, StationStateName.LOCKED, CLEAN))
        .isEqualTo(StationReadiness.NO_SCREEN);
  }

  private static StationReadiness of(
      boolean connected,
      boolean unlocking,
      @Nullable StationStateName state,
      @Nullable LastReceipt receipt) {
    return of(connected, true, unlocking, state, receipt);
  }

  private static StationReadiness of(
      boolean connected,
      boolean shellThere,
      boolean unlocking,
      @Nullable StationStateName state,
      @Nullable LastReceipt receipt) {
    return StationReadiness.of(
        new StationSnapshot(
            new Station(StationId.random(), "Poste 1"),
            connected,
            shellThere,
            unlocking,
            state,
            null,
            null,
            null,
            null,
            false,
            receipt));
  }

  private static LastReceipt receipt(int residue, boolean newerThanLastUse, boolean newest) {
    return new LastReceipt(1, residue, Instant.EPOCH, newerThanLastUse, newest);
  }
}
