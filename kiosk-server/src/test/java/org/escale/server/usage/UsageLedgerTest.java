package org.escale.server.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.escale.server.CentreInATest.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.escale.protocol.EndReason;
import org.escale.protocol.Language;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.Visits;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipeReceipt;
import org.escale.server.CentreInATest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageLedgerTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

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
  void countsAWalkInWithItsMinutesAndGuides() {
    SessionId session = centre.running(centre.one);
    centre.clock.step(Duration.ofMinutes(25));

    centre.report(centre.one, centre.ended(session, Duration.ofMinutes(25), "caf-ressources"));

    DayUsage day = centre.usage.of(MONDAY);
    assertThat(day.count(Counter.VISITS)).isEqualTo(1);
    assertThat(day.count(Counter.WALK_INS)).isEqualTo(1);
    assertThat(day.minutes()).isEqualTo(25);
    assertThat(day.guides()).isEqualTo(Map.of("caf-ressources", 1L));
  }

  @Test
  void countsABookedVisitAsNoWalkIn() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));
    SessionId session =
        yes(centre.sessions.unlockForBooking(booked.booking(), Language.FRENCH)).session();

    centre.report(centre.one, centre.ended(session, Duration.ofMinutes(5)));

    assertThat(centre.usage.of(MONDAY).counts()).containsEntry(Counter.VISITS, 1L);
    assertThat(centre.usage.of(MONDAY).counts()).doesNotContainKey(Counter.WALK_INS);
  }

  @Test
  void countsAReportOnceHoweverOftenAndHoweverManyAtOnceItComes() throws Exception {
    SessionId session = centre.running(centre.one);
    Report.SessionEnded ended = centre.ended(session, Duration.ofMinutes(5), "caf-ressources");
    Callable<Void> again =
        () -> {
          centre.report(centre.one, ended);
          return null;
        };

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(Collections.nCopies(32, again))) {
        answer.get();
      }
    }

    assertThat(centre.usage.of(MONDAY).count(Counter.VISITS)).isEqualTo(1);
    assertThat(centre.usage.of(MONDAY).minutes()).isEqualTo(5);
    assertThat(centre.usage.of(MONDAY).guidesOpened()).isEqualTo(1);
  }

  @Test
  void countsLessThanAMinuteAsAnAbortedStartAlone() {
    SessionId session = centre.running(centre.one);

    centre.report(centre.one, centre.ended(session, Duration.ofSeconds(59), "caf-ressources"));

    assertThat(centre.usage.of(MONDAY).counts()).isEqualTo(Map.of(Counter.ABORTED_STARTS, 1L));
    assertThat(centre.usage.of(MONDAY).guides()).isEmpty();
  }

  @Test
  void countsAVisitOnTheCentresDayOfItsStart() {
    Instant lateOnMonday = Instant.parse("2026-11-02T22:50:00Z");
    centre.clock.step(Duration.between(centre.clock.instant(), lateOnMonday).plusMinutes(60));

    centre.report(centre.one, endedAt(lateOnMonday, Duration.ofMinutes(30)));

    assertThat(centre.usage.today()).isEqualTo(MONDAY.plusDays(1));
    assertThat(centre.usage.of(MONDAY).count(Counter.VISITS)).isEqualTo(1);
  }

  @Test
  void doesNotBelieveAStationWhoseClockStoodStill() {
    centre.report(
        centre.one, endedAt(Instant.parse("1970-01-01T00:05:00Z"), Duration.ofMinutes(30)));

    assertThat(centre.usage.of(MONDAY).count(Counter.VISITS)).isEqualTo(1);
  }

  @Test
  void countsNoGuideThatTheCentreDoesNotHave() {
    SessionId session = centre.running(centre.one);

    centre.report(centre.one, centre.ended(session, Duration.ofMinutes(5), "someone-s-name"));

    assertThat(centre.usage.of(MONDAY).guides()).isEmpty();
  }

  @Test
  void countsABookingOnceOnTheDayOfItsSlot() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));

    centre.usage.booked(booked.booking(), booked.slot().start());
    centre.usage.booked(booked.booking(), booked.slot().start());

    assertThat(centre.usage.of(MONDAY).count(Counter.BOOKINGS)).isEqualTo(1);
  }

  @Test
  void tellsCleanWipesFromOthers() {
    centre.report(centre.one, wiped(0));
    centre.report(centre.one, wiped(0));
    centre.report(centre.one, wiped(3));

    assertThat(centre.usage.of(MONDAY).counts())
        .isEqualTo(Map.of(Counter.WIPES, 2L, Counter.WIPES_WITH_RESIDUE, 1L));
  }

  @Test
  void listsEveryDayOfAStretchAlsoTheQuietOnes() {
    centre.report(centre.one, wiped(0));

    assertThat(centre.usage.between(MONDAY.minusDays(2), MONDAY))
        .extracting(DayUsage::day, day -> day.count(Counter.WIPES))
        .containsExactly(
            tuple(MONDAY.minusDays(2), 0L), tuple(MONDAY.minusDays(1), 0L), tuple(MONDAY, 1L));
  }

  private static Report.SessionEnded endedAt(Instant start, Duration used) {
    return new Report.SessionEnded(
        ReportId.random(), SessionId.random(), EndReason.VISITOR, start, used, Set.of());
  }

  private static Report.Wiped wiped(int residue) {
    return new Report.Wiped(
        ReportId.random(),
        new WipeReceipt(
            WipeOrderId.random(),
            null,
            1,
            Map.of(),
            residue,
            Map.of(),
            Map.of(),
            "test",
            Instant.EPOCH,
            null));
  }
}
