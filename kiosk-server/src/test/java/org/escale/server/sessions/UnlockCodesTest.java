package org.escale.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.server.CentreInATest.HOUR;
import static org.escale.server.CentreInATest.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.escale.protocol.Command;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.UnlockCode;
import org.escale.protocol.Visits;
import org.escale.server.CentreInATest;
import org.escale.server.booking.Answer;
import org.escale.server.sessions.UnlockCodes.Opens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mediator tells a code, a visitor types it at a station. */
class UnlockCodesTest {

  private CentreInATest centre;
  private UnlockCodes codes;

  @BeforeEach
  void open(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir);
    codes = centre.unlockCodes;
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void opensItsStationForAsLongAsTheMediatorSaid() {
    UnlockCode code = issue(centre.one);

    Visits.Granted granted = yes(codes.use(centre.one, typing(code)));

    Command.Unlock unlock = centre.stations.sent(Command.Unlock.class).getFirst();
    assertThat(unlock.session()).isEqualTo(granted.session());
    assertThat(unlock.granted()).isEqualTo(HOUR);
    assertThat(unlock.language()).isEqualTo(Language.ARABIC);
    assertThat(unlock.showDigits()).isNotNull();
  }

  @Test
  void leavesTheNextTicketItsTime() {
    yes(centre.book(centre.two, "2026-11-02T09:30:00Z"));

    yes(codes.use(centre.two, typing(issue(centre.two))));

    assertThat(centre.stations.sent(Command.Unlock.class).getFirst().granted())
        .isEqualTo(Duration.ofMinutes(23));
  }

  @Test
  void beginsTheVisitOfTheTicketThatTheStationIsKeptFor() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));
    UnlockCode code = yes(codes.issue(centre.one, new Opens.Booked(booked.booking()))).code();

    yes(codes.use(centre.one, typing(code)));

    Command.Unlock unlock = centre.stations.sent(Command.Unlock.class).getFirst();
    assertThat(unlock.ticket()).isEqualTo(booked.ticket());
    assertThat(unlock.showDigits()).isNotNull().isNotEqualTo(booked.secret());
  }

  @Test
  void opensOnceAndAnswersTheSameRequestTheSameWay() {
    UnlockCode code = issue(centre.one);
    Visits.UseCode first = typing(code);
    Visits.Granted granted = yes(codes.use(centre.one, first));

    assertThat(codes.use(centre.one, first)).isEqualTo(new Answer.Yes<>(granted));
    assertThat(codes.use(centre.one, typing(code)))
        .isEqualTo(new Answer.No<>(RefusalReason.CODE_NO_LONGER_VALID));
    assertThat(centre.stations.sent(Command.Unlock.class)).hasSize(1);
    assertThat(codes.current()).isEmpty();
  }

  @Test
  void opensOnceForManyWhoTypeItAtOnce() throws Exception {
    UnlockCode code = issue(centre.one);
    List<Future<Answer<Visits.Granted>>> answers = new ArrayList<>();
    try (ExecutorService typists = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        answers.add(typists.submit(() -> codes.use(centre.one, typing(code))));
      }
    }
    int granted = 0;
    for (Future<Answer<Visits.Granted>> answer : answers) {
      granted += answer.get() instanceof Answer.Yes<Visits.Granted> ? 1 : 0;
    }
    assertThat(granted).isEqualTo(1);
  }

  @Test
  void isOverAfterAMinute() {
    UnlockCode code = issue(centre.one);
    centre.clock.step(UnlockCodes.LIFE.minusSeconds(1));
    assertThat(codes.current()).containsOnlyKeys(centre.one);

    centre.clock.step(Duration.ofSeconds(1));

    assertThat(codes.current()).isEmpty();
    assertThat(codes.use(centre.one, typing(code)))
        .isEqualTo(new Answer.No<>(RefusalReason.CODE_NO_LONGER_VALID));
  }

  @Test
  void opensNoOtherStationAndNothingOnceItIsWithdrawn() {
    UnlockCode code = issue(centre.one);

    assertThat(codes.use(centre.two, typing(code)))
        .isEqualTo(new Answer.No<>(RefusalReason.CODE_UNKNOWN));
    codes.withdraw(centre.one);
    assertThat(codes.use(centre.one, typing(code)))
        .isEqualTo(new Answer.No<>(RefusalReason.CODE_UNKNOWN));
  }

  @Test
  void staysGoodWhenTheStationCannotBeReachedForAMoment() {
    UnlockCode code = issue(centre.one);
    centre.stations.unplug(centre.one);
    assertThat(codes.use(centre.one, typing(code)))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_NOT_CONNECTED));
    centre.stations.plugIn(centre.one);

    assertThat(codes.use(centre.one, typing(code))).isInstanceOf(Answer.Yes.class);
  }

  @Test
  void afterFiveWrongCodesAStationWaitsTenMinutes() {
    UnlockCode code = issue(centre.one);
    for (int i = 0; i < WrongCodes.AT_A_STATION; i++) {
      assertThat(codes.use(centre.one, typing(wrong(code))))
          .isEqualTo(new Answer.No<>(RefusalReason.CODE_UNKNOWN));
    }

    assertThat(codes.use(centre.one, typing(code)))
        .isEqualTo(new Answer.No<>(RefusalReason.TOO_MANY_TRIES));
    assertThat(codes.use(centre.two, typing(issue(centre.two)))).isInstanceOf(Answer.Yes.class);
    centre.clock.step(WrongCodes.REMEMBERED);
    assertThat(codes.use(centre.one, typing(issue(centre.one)))).isInstanceOf(Answer.Yes.class);
  }

  @Test
  void afterTwentyWrongCodesTheWholeRoomWaits() {
    UnlockCode code = issue(centre.one);
    for (int i = 0; i < WrongCodes.IN_THE_ROOM; i++) {
      codes.use(StationId.random(), typing(wrong(code)));
    }

    assertThat(codes.use(centre.one, typing(code)))
        .isEqualTo(new Answer.No<>(RefusalReason.TOO_MANY_TRIES));
  }

  @Test
  void isNotMadeForAStationThatCannotOpen() {
    centre.places.block(centre.one, RefusalReason.STATION_BUSY);

    assertThat(codes.issue(centre.one, new Opens.WalkIn(HOUR)))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_BUSY));
  }

  private UnlockCode issue(StationId station) {
    return yes(codes.issue(station, new Opens.WalkIn(HOUR))).code();
  }

  private static UnlockCode wrong(UnlockCode right) {
    return new UnlockCode(right.digits().equals("000000") ? "000001" : "000000");
  }

  private static Visits.UseCode typing(UnlockCode code) {
    return new Visits.UseCode(UUID.randomUUID(), code, Language.ARABIC);
  }
}
