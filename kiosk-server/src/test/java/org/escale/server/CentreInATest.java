package org.escale.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Language;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.BookedVisits;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.BookingListener;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.DigitSeal;
import org.escale.server.booking.FakePlaces;
import org.escale.server.booking.FreeTime;
import org.escale.server.booking.HeldBookings;
import org.escale.server.booking.Offers;
import org.escale.server.booking.SteppingClock;
import org.escale.server.booking.TicketDesk;
import org.escale.server.booking.TicketDraw;
import org.escale.server.booking.jdbc.JdbcBookingStore;
import org.escale.server.guides.Guides;
import org.escale.server.guides.files.GuideFiles;
import org.escale.server.help.HelpDesk;
import org.escale.server.help.jdbc.JdbcHelpStore;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningHours;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.queue.Queue;
import org.escale.server.sessions.FakeStations;
import org.escale.server.sessions.Holds;
import org.escale.server.sessions.MoreTime;
import org.escale.server.sessions.OpenSessions;
import org.escale.server.sessions.SentOrders;
import org.escale.server.sessions.SessionOrders;
import org.escale.server.sessions.SessionReports;
import org.escale.server.sessions.SessionStore;
import org.escale.server.sessions.Sessions;
import org.escale.server.sessions.Setbacks;
import org.escale.server.sessions.UnlockCodes;
import org.escale.server.sessions.Upkeep;
import org.escale.server.sessions.jdbc.JdbcSessionStore;
import org.escale.server.usage.UsageLedger;
import org.escale.server.usage.jdbc.JdbcUsageStore;
import org.escale.server.workshops.WorkshopStore;
import org.escale.server.workshops.Workshops;
import org.escale.server.workshops.jdbc.JdbcWorkshops;

/** A centre of two stations on a real database, with a clock and stations that obey the test. */
public final class CentreInATest implements AutoCloseable {

  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  public static final Duration HOUR = Duration.ofHours(1);

  /** A Monday in Paris, 10:07. */
  public static final Instant MORNING = Instant.parse("2026-11-02T09:07:00Z");

  public final SteppingClock clock = new SteppingClock(MORNING);
  public final FakePlaces places = new FakePlaces();
  public final FakeStations stations = new FakeStations();
  public final StationId one = places.add("Poste 1");
  public final StationId two = places.add("Poste 2");

  public final Database database;
  public final BookingStore bookingStore;
  public final OpeningInATest opening;
  public final Bookings bookings;
  public final HeldBookings heldBookings;
  public final BookedVisits visits;
  public final BookingDiary diary;
  public final Queue queue;
  public final Offers offers;
  public final TicketDesk desk;
  public final SessionStore sessionStore;
  public final Setbacks setbacks = new Setbacks(clock);
  public final OpenSessions openSessions;
  public final SentOrders sentOrders;
  public final SessionOrders sessionOrders;
  public final Sessions sessions;
  public final UnlockCodes unlockCodes;
  public final MoreTime moreTime;
  public final SessionReports sessionReports;
  public final Holds holds;
  public final Upkeep upkeep;
  public final HelpDesk help;
  public final Guides guides = GuideFiles.load();
  public final UsageLedger usage;
  public final WorkshopStore workshopStore;
  public final Workshops workshops;

  public CentreInATest(Path dir) throws CannotStartException {
    this(dir, OpeningHours.daily(PARIS, Hours.ALL_DAY));
  }

  public CentreInATest(Path dir, OpeningHours hours) throws CannotStartException {
    opening =
        new OpeningInATest(
            hours,
            new BookingPolicy(
                HOUR,
                Duration.ofMinutes(30),
                0,
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15)));
    SecureRandom random = new SecureRandom();
    DigitSeal seal = new DigitSeal(new byte[DigitSeal.KEY_BYTES], random);
    BookingListener nobody =
        new BookingListener() {
          @Override
          public void booked(Booking booking) {}

          @Override
          public void changed() {}
        };
    database = Database.open(dir.resolve("escale.db"));
    CentreId centre = CentreId.of(database, clock);
    bookingStore = new JdbcBookingStore(database, centre, clock.instant());
    FreeTime freeTime = new FreeTime(opening, places, bookingStore.occupancy());
    TicketDraw draw = new TicketDraw(seal, random);
    bookings = new Bookings(freeTime, bookingStore, places, clock, draw, nobody);
    heldBookings = new HeldBookings(freeTime, bookingStore, clock, draw, nobody);
    visits = new BookedVisits(freeTime, bookingStore, places, clock, draw, nobody);
    diary = new BookingDiary(freeTime, bookingStore, places, clock);
    queue = new Queue(freeTime, bookingStore, bookings, heldBookings, diary, places, clock, nobody);
    offers = new Offers(freeTime, places, queue, diary, clock);
    desk = new TicketDesk(freeTime, bookingStore, heldBookings, places, queue, seal, clock, nobody);
    sessionStore = new JdbcSessionStore(database, centre);
    openSessions = new OpenSessions(sessionStore, diary);
    sentOrders = new SentOrders(sessionStore, stations, setbacks, clock);
    sessionOrders = new SessionOrders(sessionStore, visits, diary, stations, sentOrders);
    sessions =
        new Sessions(
            sessionStore,
            bookings,
            visits,
            diary,
            desk,
            places,
            openSessions,
            sentOrders,
            random,
            clock);
    unlockCodes = new UnlockCodes(sessions, places, random, clock);
    moreTime =
        new MoreTime(
            sessionStore,
            sessionOrders,
            visits,
            queue::isWanted,
            () -> opening.policy().extension());
    sessionReports = new SessionReports(sessionStore, visits, sessionOrders, setbacks, clock);
    holds = new Holds(heldBookings, diary, stations, clock);
    upkeep =
        new Upkeep(
            sessionStore, heldBookings, visits, diary, places, holds, clock, Duration.ofDays(30));
    help = new HelpDesk(new JdbcHelpStore(database, centre), openSessions, sessionOrders, clock);
    usage =
        new UsageLedger(new JdbcUsageStore(database, centre), openSessions, guides, PARIS, clock);
    workshopStore = new JdbcWorkshops(database, centre);
    workshops =
        new Workshops(
            workshopStore,
            bookings,
            heldBookings,
            diary,
            sessions,
            openSessions,
            places,
            opening,
            (date, startsAt) -> usage.workshopHeld(date.value(), startsAt),
            nobody,
            clock);
  }

  /** A station says something; every feature hears of it. */
  public void report(StationId station, Report report) {
    workshops.take(station, report);
    sessionReports.take(station, report);
    help.take(station, report);
    usage.take(station, report);
  }

  public Answer<Visits.Booked> book(StationId asker, String start) {
    return bookings.book(
        asker,
        new Visits.Book(
            UUID.randomUUID(),
            new Visits.Slot(Instant.parse(start), HOUR),
            Set.of(),
            null,
            Language.FRENCH));
  }

  /** How long a visitor may take this station for now. */
  public Optional<Duration> walkIn(StationId station) {
    return Optional.ofNullable(offers.at(station).walkIn()).map(Visits.WalkIn::length);
  }

  public Answer<Visits.Granted> takeNow(StationId station) {
    return sessions.takeNow(station, new Visits.TakeNow(UUID.randomUUID(), Language.FRENCH));
  }

  /** A walk-in whose station has said that it runs. */
  public SessionId running(StationId station) {
    SessionId session = yes(takeNow(station)).session();
    report(station, new Report.SessionStarted(ReportId.random(), session, clock.instant()));
    return session;
  }

  public Report.SessionEnded ended(SessionId session, Duration used, String... guides) {
    return new Report.SessionEnded(
        ReportId.random(),
        session,
        EndReason.VISITOR,
        clock.instant().minus(used),
        used,
        Set.of(guides));
  }

  public static Report.CommandResult result(CommandId command, CommandOutcome outcome) {
    return new Report.CommandResult(ReportId.random(), command, outcome);
  }

  public static <T> T yes(Answer<T> answer) {
    return switch (answer) {
      case Answer.Yes<T>(T value) -> value;
      case Answer.No<T>(var reason) -> throw new AssertionError("refused: " + reason);
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
