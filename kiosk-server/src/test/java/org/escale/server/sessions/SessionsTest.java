package org.escale.server.sessions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.server.CentreInATest.HOUR;
import static org.escale.server.CentreInATest.MORNING;
import static org.escale.server.CentreInATest.result;
import static org.escale.server.CentreInATest.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Visits;
import org.escale.server.CentreInATest;
import org.escale.server.booking.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

  private CentreInATest centre;

  @BeforeEach
  void open(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void unlocksForAWalkInAndShowsHerTicketAtTheStation() {
    SessionId session = yes(centre.takeNow(centre.one)).session();

    Command.Unlock unlock = theUnlock();
    assertThat(unlock.session()).isEqualTo(session);
    assertThat(unlock.granted()).isEqualTo(HOUR);
    assertThat(unlock.showDigits()).isNotNull();
    assertThat(unlock.proof().matches(requireNonNull(unlock.showDigits()))).isTrue();
  }

  @Test
  void runsOnlyOnceTheStationHasSaidSo() {
    SessionId session = yes(centre.takeNow(centre.one)).session();
    assertThat(stateOf(session)).isEqualTo(Session.State.GRANTED);

    centre.report(
        centre.one, new Report.SessionStarted(ReportId.random(), session, centre.clock.instant()));

    assertThat(stateOf(session)).isEqualTo(Session.State.RUNNING);
    OpenSessions.Line line = openAtOne();
    assertThat(line.ticket()).isEqualTo(theUnlock().ticket());
    assertThat(line.endsAt()).isEqualTo(MORNING.plus(HOUR));
  }

  @Test
  void remembersWhatAStationRefusedUntilTheNextWish() {
    yes(centre.takeNow(centre.one));

    centre.report(centre.one, result(theUnlock().id(), CommandOutcome.REFUSED_NOT_NOW));

    assertThat(centre.setbacks.latest())
        .containsOnly(
            Map.entry(
                centre.one, new Setback(SentCommand.Kind.UNLOCK, CommandOutcome.REFUSED_NOT_NOW)));

    yes(centre.takeNow(centre.one));
    assertThat(centre.setbacks.latest()).isEmpty();
  }

  @Test
  void remembersAnUnlockThatWasNeverConfirmedUnlessItsVisitBeginsAfterAll() {
    SessionId session = yes(centre.takeNow(centre.one)).session();

    centre.stations.giveUp(theUnlock().id());
    assertThat(centre.setbacks.latest())
        .containsEntry(centre.one, new Setback(SentCommand.Kind.UNLOCK, null));

    centre.report(
        centre.one, new Report.SessionStarted(ReportId.random(), session, centre.clock.instant()));
    assertThat(centre.setbacks.latest()).isEmpty();
  }

  @Test
  void forgetsASetbackThatIsOldNews() {
    yes(centre.takeNow(centre.one));
    centre.report(centre.one, result(theUnlock().id(), CommandOutcome.FAILED));

    centre.clock.step(Duration.ofMinutes(6));

    assertThat(centre.setbacks.latest()).isEmpty();
  }

  @Test
  void givesTheSameSessionWhenALostAnswerIsAskedForAgain() {
    Visits.TakeNow wish = new Visits.TakeNow(UUID.randomUUID(), Language.ARABIC);

    Answer<Visits.Granted> first = centre.sessions.takeNow(centre.one, wish);
    Answer<Visits.Granted> again = centre.sessions.takeNow(centre.one, wish);

    assertThat(again).isEqualTo(first);
    assertThat(centre.stations.sent(Command.Unlock.class)).hasSize(1);
  }

  @Test
  void unlocksAnewWhenAnUnlockWasNeverConfirmedAndTheStationIsFree() {
    Visits.TakeNow wish = new Visits.TakeNow(UUID.randomUUID(), Language.ARABIC);
    SessionId first = yes(centre.sessions.takeNow(centre.one, wish)).session();
    centre.stations.giveUp(theUnlock().id());

    SessionId second = yes(centre.sessions.takeNow(centre.one, wish)).session();

    assertThat(second).isNotEqualTo(first);
    assertThat(stateOf(first)).isEqualTo(Session.State.NOT_OPENED);
    assertThat(centre.stations.sent(Command.Unlock.class))
        .extracting(Command.Unlock::session)
        .containsExactly(first, second);
  }

  @Test
  void endsASessionThatOpensAfterItWasGivenUp() {
    Visits.TakeNow wish = new Visits.TakeNow(UUID.randomUUID(), Language.ARABIC);
    SessionId late = yes(centre.sessions.takeNow(centre.one, wish)).session();
    centre.stations.giveUp(theUnlock().id());
    yes(centre.sessions.takeNow(centre.one, wish));
    Report started = new Report.SessionStarted(ReportId.random(), late, centre.clock.instant());

    centre.report(centre.one, started);
    centre.report(centre.one, started);

    assertThat(centre.stations.sent(Command.End.class))
        .extracting(Command.End::session)
        .containsExactly(late);
    centre.report(centre.one, centre.ended(late, Duration.ofSeconds(5)));
    assertThat(stateOf(late)).isEqualTo(Session.State.ENDED);
  }

  @Test
  void leavesAVisitAloneThatBeganWhileItsLinkWasBroken() {
    SessionId session = yes(centre.takeNow(centre.one)).session();
    centre.stations.giveUp(theUnlock().id());

    centre.report(
        centre.one, new Report.SessionStarted(ReportId.random(), session, centre.clock.instant()));

    assertThat(stateOf(session)).isEqualTo(Session.State.RUNNING);
    assertThat(centre.stations.sent(Command.End.class)).isEmpty();
  }

  @Test
  void waitsForNewsOfAnUnlockThatWasNeverConfirmedWhileTheStationIsAway() {
    SessionId session = yes(centre.takeNow(centre.one)).session();
    centre.stations.giveUp(theUnlock().id());
    centre.places.block(centre.one, RefusalReason.STATION_NOT_CONNECTED);
    centre.clock.step(Duration.ofMinutes(5));
    centre.upkeep.everyMinute();
    assertThat(stateOf(session)).isEqualTo(Session.State.GRANTED);

    centre.places.unblock(centre.one);
    centre.upkeep.everyMinute();

    assertThat(stateOf(session)).isEqualTo(Session.State.NOT_OPENED);
    assertThat(centre.walkIn(centre.one)).contains(HOUR);
  }

  @Test
  void leavesTheStationFreeWhenItCannotBeReached() {
    centre.stations.unplug(centre.one);

    assertThat(centre.takeNow(centre.one))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_NOT_CONNECTED));

    centre.stations.plugIn(centre.one);
    assertThat(centre.takeNow(centre.one)).isInstanceOf(Answer.Yes.class);
  }

  @Test
  void leavesTheStationFreeWhenItRefusesToOpen() {
    SessionId session = yes(centre.takeNow(centre.one)).session();

    centre.report(centre.one, result(theUnlock().id(), CommandOutcome.REFUSED_NOT_CLEAN));

    assertThat(stateOf(session)).isEqualTo(Session.State.NOT_OPENED);
    assertThat(centre.openSessions.open()).isEmpty();
    assertThat(centre.takeNow(centre.one)).isInstanceOf(Answer.Yes.class);
  }

  @Test
  void keepsABookedTicketGoodWhenItsStationCouldNotOpen() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));
    Visits.Start start =
        new Visits.Start(UUID.randomUUID(), booked.ticket(), booked.secret(), Language.FRENCH);
    yes(centre.sessions.startBooked(centre.one, start));
    centre.report(centre.one, result(theUnlock().id(), CommandOutcome.FAILED));

    Answer<Visits.Granted> again = centre.sessions.startBooked(centre.one, start);

    assertThat(again).isInstanceOf(Answer.Yes.class);
    assertThat(centre.stations.sent(Command.Unlock.class))
        .extracting(Command.Unlock::session)
        .doesNotHaveDuplicates();
  }

  @Test
  void startsABookedVisitUntilTheEndOfItsSlotWithoutShowingDigits() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));

    yes(
        centre.sessions.startBooked(
            centre.one,
            new Visits.Start(
                UUID.randomUUID(), booked.ticket(), booked.secret(), Language.ENGLISH)));

    assertThat(theUnlock().showDigits()).isNull();
    assertThat(theUnlock().granted()).isEqualTo(Duration.ofMinutes(68));
    assertThat(theUnlock().language()).isEqualTo(Language.ENGLISH);
    assertThat(theUnlock().proof().matches(booked.secret())).isTrue();
  }

  @Test
  void letsAMediatorUnlockForATicketLongBeforeItsSlot() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));

    yes(centre.sessions.unlockForBooking(booked.booking(), Language.FRENCH));

    assertThat(theUnlock().granted()).isEqualTo(HOUR);
    assertThat(theUnlock().ticket()).isEqualTo(booked.ticket());
    assertThat(theUnlock().showDigits()).isNotNull();
  }

  @Test
  void refusesAMediatorAStationThatIsNotProvenClean() {
    centre.places.block(centre.one, RefusalReason.STATION_NOT_CLEAN);

    assertThat(centre.sessions.unlockForWalkIn(centre.one, Language.FRENCH, Duration.ofHours(1)))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_NOT_CLEAN));
    assertThat(centre.stations.sent(Command.Unlock.class)).isEmpty();
  }

  @Test
  void givesTheSameSessionWhenAMediatorPressesTwice() {
    Answer<Visits.Granted> first =
        centre.sessions.unlockForWalkIn(centre.one, Language.FRENCH, Duration.ofHours(1));

    assertThat(centre.sessions.unlockForWalkIn(centre.one, Language.FRENCH, Duration.ofHours(1)))
        .isEqualTo(first);
  }

  @Test
  void extendsIntoFreeTimeOnly() {
    SessionId session = centre.running(centre.one);
    centre.book(centre.one, "2026-11-02T10:30:00Z");

    assertThat(centre.sessionOrders.extend(session, Duration.ofMinutes(15)))
        .isInstanceOf(Order.Sent.class);
    assertThat(centre.sessionOrders.extend(session, Duration.ofMinutes(15)))
        .isEqualTo(new Order.Refused(Order.Reason.TIME_TAKEN));

    assertThat(centre.stations.sent(Command.Extend.class)).hasSize(1);
    assertThat(endOf()).isEqualTo(MORNING.plus(Duration.ofMinutes(75)));
  }

  @Test
  void takesAnExtensionBackThatTheStationRefuses() {
    SessionId session = centre.running(centre.one);
    Order order = centre.sessionOrders.extend(session, Duration.ofMinutes(15));

    centre.report(
        centre.one, result(((Order.Sent) order).command(), CommandOutcome.REFUSED_OTHER_SESSION));

    assertThat(endOf()).isEqualTo(MORNING.plus(HOUR));
    assertThat(centre.sentOrders.outcomeOf(((Order.Sent) order).command()))
        .contains(CommandOutcome.REFUSED_OTHER_SESSION);
  }

  @Test
  void givesTheRestOfTheTimeBackWhenASessionEndsEarly() {
    SessionId session = centre.running(centre.one);
    centre.clock.step(Duration.ofMinutes(20));
    Report.SessionEnded ended = centre.ended(session, Duration.ofMinutes(20));

    centre.report(centre.one, ended);
    centre.report(centre.one, ended);

    assertThat(stateOf(session)).isEqualTo(Session.State.ENDED);
    assertThat(centre.walkIn(centre.one)).contains(HOUR);
  }

  @Test
  void refusesOrdersForASessionThatIsOver() {
    SessionId session = centre.running(centre.one);
    centre.report(centre.one, centre.ended(session, Duration.ofMinutes(2)));

    assertThat(centre.sessionOrders.end(session))
        .isEqualTo(new Order.Refused(Order.Reason.SESSION_OVER));
  }

  @Test
  void believesAStationAboutASessionItHasNeverHeardOf() {
    SessionId session = SessionId.random();

    centre.report(
        centre.one, new Report.SessionStarted(ReportId.random(), session, centre.clock.instant()));

    assertThat(openAtOne().session().id()).isEqualTo(session);
  }

  @Test
  void endsWhatAStationHasForgotten() {
    SessionId session = centre.running(centre.one);

    centre.report(
        centre.one,
        new Report.StateChanged(
            ReportId.random(), StationStateName.LOCKED, null, null, null, false, false, true));

    assertThat(stateOf(session)).isEqualTo(Session.State.ENDED);
  }

  @Test
  void tellsAStationWhomItWaitsForAndOnlyWhatHasChanged() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:30:00Z"));
    centre.upkeep.everyMinute();
    assertThat(centre.stations.sent(Command.Hold.class)).isEmpty();

    centre.clock.step(Duration.ofMinutes(10));
    centre.upkeep.everyMinute();
    centre.upkeep.everyMinute();
    assertThat(centre.stations.sent(Command.Hold.class))
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.ticket()).isEqualTo(booked.ticket());
              assertThat(hold.startsIn()).isEqualTo(Duration.ofMinutes(13));
              assertThat(hold.keptFor()).isEqualTo(Duration.ofMinutes(28));
            });

    centre.heldBookings.cancel(booked.booking());
    centre.upkeep.everyMinute();
    assertThat(centre.stations.sent(Command.Hold.class))
        .hasSize(2)
        .last()
        .satisfies(hold -> assertThat(hold.ticket()).isNull());
  }

  @Test
  void tellsAStationAgainWhenItConnects() {
    centre.book(centre.one, "2026-11-02T09:15:00Z");
    centre.holds.refresh();

    centre.holds.present(centre.one, true);

    assertThat(centre.stations.sent(Command.Hold.class)).hasSize(2);
  }

  @Test
  void givesTimeBackThatWasTakenButNeverUnlocked() {
    centre.bookings.takeNow(centre.one, UUID.randomUUID());

    centre.clock.step(Duration.ofMinutes(3));
    centre.upkeep.everyMinute();

    assertThat(centre.walkIn(centre.one)).contains(HOUR);
  }

  @Test
  void forgetsWhereSomebodySatAfterAMonth() {
    SessionId session = centre.running(centre.one);
    centre.report(centre.one, centre.ended(session, Duration.ofMinutes(2)));
    centre.clock.step(Duration.ofDays(30));
    assertThat(centre.upkeep.everyDay()).isZero();

    centre.clock.step(Duration.ofHours(2));

    assertThat(centre.upkeep.everyDay()).isEqualTo(2);
    assertThat(centre.openSessions.find(session)).isEmpty();
  }

  private Command.Unlock theUnlock() {
    return centre.stations.sent(Command.Unlock.class).getFirst();
  }

  private Session.State stateOf(SessionId session) {
    return centre.openSessions.find(session).orElseThrow().state();
  }

  private Instant endOf() {
    return requireNonNull(openAtOne().endsAt());
  }

  private OpenSessions.Line openAtOne() {
    return requireNonNull(centre.openSessions.open().get(centre.one));
  }
}
