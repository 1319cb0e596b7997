package org.escale.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.escale.protocol.Report;
import org.escale.protocol.StationId;
import org.escale.protocol.StationStateName;
import org.escale.server.booking.BookedVisits;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.BookingListener;
import org.escale.server.booking.BookingNews;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.DayPlans;
import org.escale.server.booking.DigitSeal;
import org.escale.server.booking.FreeTime;
import org.escale.server.booking.HeldBookings;
import org.escale.server.booking.Offers;
import org.escale.server.booking.Places;
import org.escale.server.booking.StationPlaces;
import org.escale.server.booking.TicketDesk;
import org.escale.server.booking.TicketDraw;
import org.escale.server.booking.jdbc.JdbcBookingStore;
import org.escale.server.booking.web.BookingRoutes;
import org.escale.server.booking.web.TicketRoutes;
import org.escale.server.guides.Guides;
import org.escale.server.guides.files.GuideFiles;
import org.escale.server.guides.web.GuideRoutes;
import org.escale.server.help.HelpDesk;
import org.escale.server.help.jdbc.JdbcHelpStore;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningDesk;
import org.escale.server.opening.OpeningStore;
import org.escale.server.opening.Timetable;
import org.escale.server.opening.jdbc.JdbcOpeningStore;
import org.escale.server.platform.Clockwork;
import org.escale.server.platform.TraceWithoutWords;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.platform.http.Routes;
import org.escale.server.queue.Queue;
import org.escale.server.queue.web.QueueRoutes;
import org.escale.server.sessions.EarlyClosing;
import org.escale.server.sessions.Holds;
import org.escale.server.sessions.LinkedStations;
import org.escale.server.sessions.MoreTime;
import org.escale.server.sessions.OpenSessions;
import org.escale.server.sessions.SentOrders;
import org.escale.server.sessions.SessionOrders;
import org.escale.server.sessions.SessionReports;
import org.escale.server.sessions.SessionStore;
import org.escale.server.sessions.Sessions;
import org.escale.server.sessions.Setbacks;
import org.escale.server.sessions.StationCommands;
import org.escale.server.sessions.UnlockCodes;
import org.escale.server.sessions.Upkeep;
import org.escale.server.sessions.jdbc.JdbcSessionStore;
import org.escale.server.sessions.web.ExtensionRoutes;
import org.escale.server.sessions.web.VisitRoutes;
import org.escale.server.stations.ReportListener;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationLinks;
import org.escale.server.stations.StationSnapshot;
import org.escale.server.usage.UsageLedger;
import org.escale.server.usage.jdbc.JdbcUsageStore;
import org.escale.server.workshops.Workshops;
import org.escale.server.workshops.jdbc.JdbcWorkshops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the steps of the story, from booking to the count of the day. */
final class StoryAssembly implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StoryAssembly.class);

  /** How long a row with station, start and end is kept. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Duration UPKEEP_EVERY = Duration.ofMinutes(1);
  private static final Duration PURGE_EVERY = Duration.ofHours(1);
  private static final Duration COUNTED_AGAIN = Duration.ofDays(2);

  private final InstantSource clock;
  private final Upkeep upkeep;
  private final Room room;
  private final IntSupplier forgetBeside;

  /** Where commands that nobody waits for are sent from, never from within a write. */
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("story-aside").factory());

  final BookingNews news = new BookingNews();
  final OpeningDesk opening;
  final Bookings bookings;
  final HeldBookings heldBookings;
  final BookedVisits visits;
  final BookingDiary diary;
  final Queue queue;
  final DayPlans plans;
  final Offers offers;
  final Setbacks setbacks;
  final OpenSessions openSessions;
  final SentOrders sentOrders;
  final SessionOrders sessionOrders;
  final Sessions sessions;
  final UnlockCodes unlockCodes;
  final EarlyClosing earlyClosing;
  final Holds holds;
  final Guides guides;
  final HelpDesk help;
  final UsageLedger usage;
  final Workshops workshops;

  private final TicketDesk desk;
  private final MoreTime moreTime;
  private final SessionReports sessionReports;

  /**
   * @param digitKey of {@link DigitSeal}
   * @param forgetBeside forgets what is old beside the story, and says how many rows it was
   */
  StoryAssembly(
      ServerConfig config,
      InstantSource clock,
      SecureRandom random,
      byte[] digitKey,
      Database database,
      CentreId centre,
      Room room,
      StationLinks links,
      IntSupplier forgetBeside) {
    this.clock = clock;
    this.forgetBeside = forgetBeside;
    this.room = room;
    opening =
        new OpeningDesk(
            new JdbcOpeningStore(database, centre), openingAtFirst(config), config.zone(), clock);
    BookingStore bookingStore = new JdbcBookingStore(database, centre, clock.instant());
    Places places = new StationPlaces(room);
    FreeTime freeTime = new FreeTime(opening, places, bookingStore.occupancy());
    DigitSeal seal = new DigitSeal(digitKey, random);
    TicketDraw draw = new TicketDraw(seal, random);
    bookings = new Bookings(freeTime, bookingStore, places, clock, draw, news);
    heldBookings = new HeldBookings(freeTime, bookingStore, clock, draw, news);
    visits = new BookedVisits(freeTime, bookingStore, places, clock, draw, news);
    diary = new BookingDiary(freeTime, bookingStore, places, clock);
    queue = new Queue(freeTime, bookingStore, bookings, heldBookings, diary, places, clock, news);
    plans = new DayPlans(freeTime, diary, places, clock);
    offers = new Offers(freeTime, places, queue, diary, clock);
    desk = new TicketDesk(freeTime, bookingStore, heldBookings, places, queue, seal, clock, news);

    SessionStore sessionStore = new JdbcSessionStore(database, centre);
    StationCommands stations = new LinkedStations(room, links);
    setbacks = new Setbacks(clock);
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
    earlyClosing =
        new EarlyClosing(opening, heldBookings, diary, openSessions, sessionOrders, clock);
    holds = new Holds(heldBookings, diary, stations, clock);
    upkeep = new Upkeep(sessionStore, heldBookings, visits, diary, places, holds, clock, KEPT);

    guides = GuideFiles.load();
    help = new HelpDesk(new JdbcHelpStore(database, centre), openSessions, sessionOrders, clock);
    usage =
        new UsageLedger(
            new JdbcUsageStore(database, centre), openSessions, guides, config.zone(), clock);
    workshops =
        new Workshops(
            new JdbcWorkshops(database, centre),
            bookings,
            heldBookings,
            diary,
            sessions,
            openSessions,
            places,
            opening,
            (date, startsAt) -> usage.workshopHeld(date.value(), startsAt),
            news,
            clock);
    news.watch(new Consequences());
  }

  /** What stations ask over HTTPS. */
  List<Routes> stationRoutes() {
    return List.of(
        new BookingRoutes(bookings, offers),
        new TicketRoutes(desk),
        new QueueRoutes(queue),
        new VisitRoutes(sessions, unlockCodes),
        new ExtensionRoutes(moreTime),
        new GuideRoutes(guides));
  }

  /** Who takes note of reports, in this order and after the room. */
  List<ReportListener> reportListeners() {
    // A session forgets its booking when it ends, so workshops hear of it first.
    return List.of(
        workshops::take, sessionReports, help::take, usage::take, this::tellAgainWhenLocked);
  }

  /** From now on, does what time alone brings about. */
  void watch(Clockwork clockwork) {
    room.watch(
        station -> {
          aside(() -> holds.present(station, isConnected(station)));
          aside(queue::callNext);
        });
    clockwork.every(UPKEEP_EVERY, () -> aside(this::everyMinute));
    clockwork.every(PURGE_EVERY, () -> aside(this::purge));
    aside(this::countAgain);
    aside(this::purge);
    aside(workshops::finishCancelling);
    aside(this::everyMinute);
  }

  @Override
  public void close() {
    aside.close();
  }

  /** A station that was erased may have started anew and forgotten its ticket. */
  private void tellAgainWhenLocked(StationId station, Report report) {
    if (report instanceof Report.StateChanged changed
        && changed.state() == StationStateName.LOCKED) {
      aside(() -> holds.tellAgain(station));
    }
  }

  /** What the settings say, until an admin decides otherwise on the console. */
  private static OpeningStore.Kept openingAtFirst(ServerConfig config) {
    ServerConfig.Opening opening = config.opening();
    return new OpeningStore.Kept(
        Timetable.daily(new Hours(opening.fromMinute(), opening.untilMinute())),
        BookingPolicy.usual().withSlotLength(config.slotLength()));
  }

  private void everyMinute() {
    upkeep.everyMinute();
    queue.callNext();
  }

  private boolean isConnected(StationId station) {
    return room.snapshot(station).filter(StationSnapshot::connected).isPresent();
  }

  /** A server stopped between a booking and its count counts it now. */
  private void countAgain() {
    diary.since(clock.instant().minus(COUNTED_AGAIN)).forEach(this::count);
  }

  private void count(Booking booking) {
    if (booking.kind() == Booking.Kind.BOOKED) {
      usage.booked(booking.id(), booking.startsAt());
    }
  }

  private void purge() {
    Instant before = clock.instant().minus(KEPT);
    int forgotten =
        upkeep.everyDay()
            + room.purge(before)
            + help.purge(before)
            + workshops.purge(before)
            + usage.forgetOldOccurrences()
            + forgetBeside.getAsInt();
    if (forgotten > 0) {
      log.info("{} old rows are forgotten; their counts stay.", forgotten);
    }
  }

  private void aside(Runnable work) {
    if (aside.isShutdown()) {
      return;
    }
    aside.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            log.error("Something beside the story failed.\n{}", TraceWithoutWords.of(e));
          }
        });
  }

  private final class Consequences implements BookingListener {

    @Override
    public void booked(Booking booking) {
      count(booking);
    }

    @Override
    public void changed() {
      aside(queue::callNext);
      aside(holds::refresh);
    }
  }
}
