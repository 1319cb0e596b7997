package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.protocol.StationStateName.IN_SESSION;
import static org.escale.protocol.StationStateName.LOCKED;
import static org.escale.protocol.StationStateName.OPENING;
import static org.escale.protocol.StationStateName.WIPING;

import java.time.Duration;
import java.util.Set;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Refuse;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeOrderId;
import org.junit.jupiter.api.Test;

/** Printed codes at a station whose server is away. */
class EmergencyTest {

  private static final EmergencyCode FIRST = Samples.CODES.getFirst();
  private static final EmergencyCode SECOND = Samples.CODES.getLast();

  @Test
  void aRightCodeOpensAVisitOfTheUsualLengthAndSaysWhichCodeIsSpent() {
    Stage stage = withSheet().on(Samples.emergency(SECOND, Samples.SESSION)).is(OPENING);

    assertThat(stage.did(Do.Open.class).plan().language()).isEqualTo(Language.ENGLISH);
    stage.did(new Tell.EmergencyCodeUsed(Samples.SHEET.id(), 2, Samples.SESSION));
    Visit visit = stage.state(StationState.Opening.class).visit();
    assertThat(visit.countdown().granted()).isEqualTo(Samples.SHEET.length());
    assertThat(visit.wipeOrder()).isEqualTo(Samples.ORDER);
    assertThat(visit.ticket().toNote()).isEqualTo(Samples.SECRET);
  }

  @Test
  void theVisitGoesOnAndEndsLikeAnyOther() {
    Stage stage =
        withSheet()
            .on(Samples.emergency(FIRST, Samples.SESSION))
            .on(new SpaceAnswered.Opened(Samples.SESSION, Samples.WALL_CLOCK))
            .is(IN_SESSION)
            .did(new Tell.Started(Samples.SESSION, Samples.WALL_CLOCK))
            .didNot(Tell.Answer.class)
            .on(new StationEvent.Pressed.End())
            .on(new StationEvent.Pressed.Leave())
            .is(WIPING);
    assertThat(stage.did(Tell.Ended.class).session()).isEqualTo(Samples.SESSION);

    Tell.Wiped wiped = stage.erased().is(LOCKED).did(Tell.Wiped.class);

    assertThat(wiped.receipt().session()).isEqualTo(Samples.SESSION);
    assertThat(wiped.receipt().order()).isEqualTo(Samples.ORDER);
  }

  @Test
  void aVisitThatCannotOpenIsErasedAndItsCodeStaysSpent() {
    withSheet()
        .on(Samples.emergency(FIRST, Samples.SESSION))
        .on(new SpaceAnswered.OpenFailed(Samples.SESSION))
        .is(WIPING)
        .didNot(Tell.Answer.class)
        .erased()
        .on(Samples.emergency(FIRST, SessionId.random()))
        .is(LOCKED)
        .did(new Refuse(RefusalReason.CODE_NO_LONGER_VALID));
  }

  @Test
  void aTicketThatIsAwaitedKeepsItsTime() {
    Stage stage =
        withSheet()
            .command(
                new Command.Hold(CommandId.random(), Samples.OTHER_TICKET, Duration.ofMinutes(25)))
            .on(Samples.emergency(FIRST, Samples.SESSION));

    assertThat(stage.state(StationState.Opening.class).visit().countdown().granted())
        .isEqualTo(Duration.ofMinutes(25));
  }

  @Test
  void whoeverHasACodeComesBeforeATicketThatIsDue() {
    Stage stage =
        withSheet()
            .command(
                new Command.Hold(CommandId.random(), Samples.OTHER_TICKET, Duration.ofMinutes(-3)))
            .on(Samples.emergency(FIRST, Samples.SESSION));

    assertThat(stage.state(StationState.Opening.class).visit().countdown().granted())
        .isEqualTo(Samples.SHEET.length());
  }

  @Test
  void saysWhyNothingOpens() {
    Stage.locked()
        .on(Samples.emergency(FIRST, Samples.SESSION))
        .is(LOCKED)
        .did(new Refuse(RefusalReason.CODE_NOT_AVAILABLE));
    withSheet()
        .on(Samples.emergency(Samples.NO_CODE, Samples.SESSION))
        .is(LOCKED)
        .did(new Refuse(RefusalReason.CODE_UNKNOWN));
  }

  @Test
  void afterFiveWrongCodesEvenARightOneWaitsTenMinutes() {
    Stage stage = wronglyTried(5);

    stage
        .on(Samples.emergency(FIRST, Samples.SESSION))
        .is(LOCKED)
        .did(new Refuse(RefusalReason.TOO_MANY_TRIES))
        .after(Emergency.CLOSED)
        .on(Samples.emergency(FIRST, Samples.SESSION))
        .is(OPENING);
  }

  @Test
  void switchingTheStationOffGivesNoNewTries() {
    Stage before = wronglyTried(5);

    Stage after = Stage.started(Remembered.of(before.station(), before.now()));

    after
        .on(new StationEvent.ShellArrived(1280, 800))
        .erased()
        .on(Samples.emergency(FIRST, Samples.SESSION))
        .did(new Refuse(RefusalReason.TOO_MANY_TRIES));
  }

  @Test
  void aSpentCodeIsSpentAfterAPowerCut() {
    Stage before = withSheet().on(Samples.emergency(FIRST, Samples.SESSION));
    Remembered remembered = Remembered.of(before.station(), before.now());
    assertThat(remembered.emergency()).isEqualTo(new Emergency.Kept(Samples.SHEET, Set.of(1), 0));

    Stage after = Stage.started(remembered);

    after
        .on(new StationEvent.ShellArrived(1280, 800))
        .erased()
        .on(Samples.emergency(FIRST, SessionId.random()))
        .is(LOCKED)
        .did(new Refuse(RefusalReason.CODE_NO_LONGER_VALID));
  }

  @Test
  void aNewSheetTakesThePlaceOfTheOldOneWhateverTheStationDoes() {
    Command.EmergencyCodes none = new Command.EmergencyCodes(CommandId.random(), null);

    withSheet()
        .command(Samples.unlock(Samples.SESSION, Duration.ofHours(1)))
        .command(none)
        .answers(none.id(), CommandOutcome.DONE)
        .on(new SpaceAnswered.OpenFailed(Samples.SESSION))
        .erased()
        .on(Samples.emergency(FIRST, Samples.OTHER_SESSION))
        .did(new Refuse(RefusalReason.CODE_NOT_AVAILABLE));
  }

  @Test
  void theCodesOfAnotherCentreOpenNothing() {
    Stage stage = withSheet().on(new StationEvent.Enrolled(WipeOrderId.random()));

    assertThat(stage.station().emergency()).isEqualTo(Emergency.NONE);
  }

  private static Stage withSheet() {
    return Stage.locked()
        .command(new Command.EmergencyCodes(CommandId.random(), Samples.SHEET))
        .is(LOCKED);
  }

  private static Stage wronglyTried(int times) {
    Stage stage = withSheet();
    for (int i = 0; i < times; i++) {
      stage
          .on(Samples.emergency(Samples.NO_CODE, Samples.SESSION))
          .did(new Refuse(RefusalReason.CODE_UNKNOWN));
    }
    return stage;
  }
}
