package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;

/** What is booked, for whoever looks. Thread-safe. */
public final class BookingDiary {

  private static final Duration ONE_DAY = Duration.ofDays(1);

  /** A booking as the console lists it. */
  public record Line(Booking booking, String stationName) {}

  private final FreeTime freeTime;
  private final BookingStore store;
  private final Places places;
  private final InstantSource clock;

  public BookingDiary(FreeTime freeTime, BookingStore store, Places places, InstantSource clock) {
    this.freeTime = freeTime;
    this.store = store;
    this.places = places;
    this.clock = clock;
  }

  public Optional<Booking> find(BookingId id) {
    return store.find(id);
  }

  /** The bookings and walk-ins of the centre's present day, by start. */
  public List<Line> today() {
    return on(freeTime.rules().dayOf(now()));
  }

  /** The bookings and walk-ins of this day, by start. */
  public List<Line> on(LocalDate day) {
    var zone = freeTime.rules().hours().zone();
    return store
        .touching(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant())
        .stream()
        .map(booking -> new Line(booking, places.nameOf(booking.station())))
        .toList();
  }

  /** On each station, the ticket that it waits for or soon will, if its slot begins by then. */
  public Map<StationId, Booking> heldUntil(Duration ahead) {
    Instant now = now();
    Map<StationId, Booking> held = new HashMap<>();
    for (Booking booking : store.touching(now, now.plus(ahead))) {
      if (booking.state() == Booking.State.HELD) {
        held.putIfAbsent(booking.station(), booking);
      }
    }
    return held;
  }

  /** Bookings that touch the last days, for whoever counts them. */
  public List<Booking> since(Instant from) {
    Duration ahead = ONE_DAY.multipliedBy(freeTime.rules().policy().daysAhead() + 2L);
    return store.touching(from, now().plus(ahead));
  }

  /** Bookings that wait for their visitor and that the opening hours have no place for any more. */
  public List<Booking> heldOutsideOpening() {
    BookingRules rules = freeTime.rules();
    return since(now()).stream()
        .filter(booking -> booking.state() == Booking.State.HELD)
        .filter(booking -> !rules.isOpenThroughout(booking.startsAt(), booking.endsAt()))
        .toList();
  }

  /** Forgets bookings that ended before this moment. */
  public int purge(Instant endedBefore) {
    return store.purge(endedBefore);
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
