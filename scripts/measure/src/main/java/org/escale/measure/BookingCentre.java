package org.escale.measure;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.escale.protocol.BookingId;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingListener;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.DigitSeal;
import org.escale.server.booking.FreeTime;
import org.escale.server.booking.HeldBookings;
import org.escale.server.booking.Places;
import org.escale.server.booking.TicketDraw;
import org.escale.server.booking.jdbc.JdbcBookingStore;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.Opening;
import org.escale.server.opening.OpeningHours;
import org.escale.server.opening.Stretch;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;

/** Forty stations, open ten hours a day, and bookings on a real database. */
final class BookingCentre implements AutoCloseable {

  static final int STATIONS = 40;
  static final int DAYS = 14;

  private static final double FULL = 0.9;
  private static final int FILLING_THREADS = 32;
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Every run meets the same centre. */
  private final Random random = new Random(42);

  private final Instant now = Instant.parse("2026-11-02T06:00:00Z");
  private final FixedOpening opening = new FixedOpening();
  private final List<Places.Place> stations = new ArrayList<>();
  private final Database database;
  private final CentreId centre;
  private final Bookings bookings;
  private final HeldBookings heldBookings;
  private final FreeTime freeTime;

  private record FixedOpening(OpeningHours hours, BookingPolicy policy) implements Opening {

    FixedOpening() {
      this(
          OpeningHours.daily(PARIS, new Hours(9 * 60, 19 * 60)),
          new BookingPolicy(
              HOUR,
              Duration.ofMinutes(15),
              DAYS,
              Duration.ofMinutes(15),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15)));
    }
  }

  private final class AllReady implements Places {

    @Override
    public List<Place> bookablePlaces() {
      return stations;
    }

    @Override
    public String nameOf(StationId station) {
      return "Poste";
    }

    @Override
    public Optional<RefusalReason> obstacle(StationId station) {
      return Optional.empty();
    }
  }

  private static final class Nobody implements BookingListener {

    @Override
    public void booked(Booking booking) {}

    @Override
    public void changed() {}
  }

  /**
   * @param pastDays how many days of bookings lie behind
   */
  static BookingCentre open(Path dir, int pastDays) throws CannotStartException {
    BookingCentre opened = new BookingCentre(dir, pastDays);
    try {
      opened.fill();
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private BookingCentre(Path dir, int pastDays) throws CannotStartException {
    for (int i = 1; i <= STATIONS; i++) {
      stations.add(new Places.Place(StationId.random(), "Poste " + i, Set.of()));
    }
    InstantSource clock = InstantSource.fixed(now);
    SecureRandom secure = new SecureRandom();
    database = Database.open(dir.resolve("bookings.db"));
    centre = CentreId.of(database, clock);
    new PastBookings(database, centre, stations, now).add(pastDays);
    BookingStore store = new JdbcBookingStore(database, centre, now);
    Places places = new AllReady();
    freeTime = new FreeTime(opening, places, store.occupancy());
    DigitSeal seal = new DigitSeal(new byte[DigitSeal.KEY_BYTES], secure);
    TicketDraw draw = new TicketDraw(seal, secure);
    bookings = new Bookings(freeTime, store, places, clock, draw, new Nobody());
    heldBookings = new HeldBookings(freeTime, store, clock, draw, new Nobody());
  }

  /** Books the next free hour anywhere. */
  Optional<BookingId> bookNext() {
    return bookings.bookNext(
                stations.getFirst().station(), UUID.randomUUID(), FreeTime.Wanted.anywhere(HOUR))
            instanceof Answer.Yes<Visits.Booked>(var booked)
        ? Optional.of(booked.booking())
        : Optional.empty();
  }

  void giveBack(BookingId booking) {
    heldBookings.cancel(booking);
  }

  /** Looks for the next free hour and takes nothing. */
  List<Visits.Slot> look() {
    return freeTime.next(FreeTime.Wanted.anywhere(HOUR), now, 1);
  }

  /** Books nine of ten hours of every station and day. */
  private void fill() {
    List<Callable<Object>> wishes = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, PARIS);
    for (LocalDate day : today.datesUntil(today.plusDays(DAYS)).toList()) {
      Stretch open = opening.hours().on(day).getFirst();
      for (Places.Place place : stations) {
        for (Instant start = open.opens();
            start.isBefore(open.closes());
            start = start.plus(HOUR)) {
          if (random.nextDouble() < FULL) {
            FreeTime.Wanted wanted = new FreeTime.Wanted(HOUR, Set.of(), place.station());
            Instant hour = start;
            wishes.add(() -> bookings.bookAtTheDesk(UUID.randomUUID(), hour, wanted));
          }
        }
      }
    }
    Collections.shuffle(wishes, random);
    doAll(wishes);
  }

  private static void doAll(List<Callable<Object>> wishes) {
    try (ExecutorService threads = Executors.newFixedThreadPool(FILLING_THREADS)) {
      for (Future<Object> done : threads.invokeAll(wishes)) {
        if (!(done.get() instanceof Answer.Yes<?>)) {
          throw new IllegalStateException("the centre could not be filled: " + done.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the centre could not be filled", e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
