package org.escale.server.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.server.CentreInATest.MORNING;
import static org.escale.server.CentreInATest.PARIS;
import static org.escale.server.CentreInATest.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.escale.protocol.Command;
import org.escale.protocol.Notice;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.escale.server.CentreInATest;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningDesk;
import org.escale.server.opening.OpeningHours;
import org.escale.server.opening.OpeningStore;
import org.escale.server.opening.Timetable;
import org.escale.server.opening.jdbc.JdbcOpeningStore;
import org.escale.server.platform.database.CentreId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room closes early, at 12:00 in Paris instead of 18:00. */
class EarlyClosingTest {

  private static final Hours DAY = new Hours(9 * 60, 18 * 60);
  private static final Instant NOON = Instant.parse("2026-11-02T11:00:00Z");

  private CentreInATest centre;
  private OpeningDesk opening;
  private EarlyClosing closing;

  @BeforeEach
  void open(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir, OpeningHours.daily(PARIS, DAY));
    opening =
        new OpeningDesk(
            new JdbcOpeningStore(centre.database, CentreId.of(centre.database, centre.clock)),
            new OpeningStore.Kept(Timetable.daily(DAY), centre.opening.policy()),
            PARIS,
            centre.clock);
    opening.listen(() -> centre.opening.change(opening.hours()));
    closing =
        new EarlyClosing(
            opening,
            centre.heldBookings,
            centre.diary,
            centre.openSessions,
            centre.sessionOrders,
            centre.clock);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void offersTheQuarterHoursToComeUntilTheUsualClosing() {
    assertThat(closing.choices())
        .startsWith(Instant.parse("2026-11-02T09:15:00Z"))
        .endsWith(Instant.parse("2026-11-02T16:45:00Z"));
  }

  @Test
  void saysWhomItConcernsAndChangesNothing() {
    Visits.Booked later = yes(centre.book(centre.one, "2026-11-02T13:00:00Z"));
    Visits.Booked across = yes(centre.book(centre.one, "2026-11-02T10:30:00Z"));
    yes(centre.book(centre.two, "2026-11-02T10:00:00Z"));

    EarlyClosing.Affected affected = closing.affectedBy(NOON);

    assertThat(affected.calledOff())
        .extracting(line -> line.booking().id())
        .containsExactly(across.booking(), later.booking());
    assertThat(affected.shortened()).isEmpty();
    assertThat(centre.diary.find(later.booking()).orElseThrow().state())
        .isEqualTo(Booking.State.HELD);
  }

  @Test
  void callsOffWhatNoLongerFitsAndKeepsTheRest() {
    Visits.Booked across = yes(centre.book(centre.one, "2026-11-02T10:30:00Z"));
    Visits.Booked before = yes(centre.book(centre.two, "2026-11-02T10:00:00Z"));

    EarlyClosing.Done done = closing.closeAt(NOON).orElseThrow();

    assertThat(done.affected().calledOff()).hasSize(1);
    assertThat(state(across)).isEqualTo(Booking.State.CALLED_OFF);
    assertThat(state(before)).isEqualTo(Booking.State.HELD);
    assertThat(centre.book(centre.one, "2026-11-02T13:00:00Z"))
        .isEqualTo(new Answer.No<>(RefusalReason.SLOT_OUTSIDE_OPENING_HOURS));
  }

  @Test
  void whoShowsACalledOffTicketIsToldWhy() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T13:00:00Z"));
    closing.closeAt(NOON);

    Answer<Tickets.Seen> answer =
        centre.desk.show(centre.two, new Tickets.Show(booked.ticket(), booked.secret()));

    assertThat(answer).isEqualTo(new Answer.No<>(RefusalReason.CENTRE_CLOSES_EARLY));
  }

  @Test
  void wrongDigitsOfACalledOffTicketSayNothing() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T13:00:00Z"));
    closing.closeAt(NOON);
    TicketSecret wrong =
        new TicketSecret(booked.secret().digits().equals("0000") ? "0001" : "0000");

    assertThat(centre.desk.show(centre.two, new Tickets.Show(booked.ticket(), wrong)))
        .isEqualTo(new Answer.No<>(RefusalReason.TICKET_UNKNOWN));
  }

  @Test
  void shortensAVisitThatWouldLastLongerAndTellsItsVisitor() {
    SessionId session = centre.running(centre.one);
    Instant closes = MORNING.plus(Duration.ofMinutes(38));

    EarlyClosing.Done done = closing.closeAt(closes).orElseThrow();

    assertThat(done.notTold()).isEmpty();
    Command.Shorten shorten = centre.stations.sent(Command.Shorten.class).getFirst();
    assertThat(shorten.session()).isEqualTo(session);
    assertThat(shorten.by()).isEqualTo(Duration.ofMinutes(22));
    assertThat(centre.stations.sent(Command.Message.class))
        .extracting(Command.Message::notice)
        .containsExactly(Notice.CLOSES_EARLY);
    assertThat(done.affected().shortened().getFirst().booking().endsAt()).isAfter(closes);
    assertThat(centre.openSessions.open().get(centre.one))
        .extracting(OpenSessions.Line::endsAt)
        .isEqualTo(closes);
  }

  @Test
  void namesTheVisitsWhoseStationCouldNotBeTold() {
    centre.running(centre.one);
    centre.stations.unplug(centre.one);

    EarlyClosing.Done done = closing.closeAt(MORNING.plus(Duration.ofMinutes(38))).orElseThrow();

    assertThat(done.notTold()).hasSize(1);
  }

  @Test
  void closesAtNoTimeThatIsNotOffered() {
    assertThat(closing.closeAt(Instant.parse("2026-11-02T09:00:00Z"))).isEmpty();
    assertThat(closing.closeAt(Instant.parse("2026-11-02T17:00:00Z"))).isEmpty();
    assertThat(opening.timetable().specialDays()).isEmpty();
  }

  private Booking.State state(Visits.Booked booked) {
    return centre.diary.find(booked.booking()).orElseThrow().state();
  }
}
