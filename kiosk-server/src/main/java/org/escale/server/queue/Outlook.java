package org.escale.server.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.FreeTime;
import org.escale.server.booking.Places;
import org.escale.server.opening.Stretch;

/** What is free now and what will be, as far as tickets and visits under way say. Thread-safe. */
final class Outlook {

  /** A station that is being erased, or whose visit should be over. */
  private static final Duration ABOUT_TO_BE_FREE = Duration.ofMinutes(1);

  private final FreeTime freeTime;
  private final BookingStore store;
  private final Places places;

  Outlook(FreeTime freeTime, BookingStore store, Places places) {
    this.freeTime = freeTime;
    this.store = store;
    this.places = places;
  }

  /** The stations at which a visit can begin now. */
  List<Places.Place> free(Instant now) {
    Duration usual = freeTime.rules().policy().slotLength();
    return places.bookablePlaces().stream()
        .filter(place -> freeTime.walkIn(place.station(), usual, now).isYes())
        .toList();
  }

  /** When each station will be free until closing time; none while the centre is closed. */
  List<Prospect> prospects(Instant now) {
    Optional<Stretch> open = freeTime.rules().hours().around(now);
    if (open.isEmpty()) {
      return List.of();
    }
    List<Booking> taken =
        store.touching(now.minus(Duration.ofDays(1)), open.get().closes()).stream()
            .filter(Booking::holdsTime)
            .toList();
    List<Prospect> prospects = new ArrayList<>();
    for (Places.Place place : places.bookablePlaces()) {
      Optional<RefusalReason> obstacle = places.obstacle(place.station());
      if (obstacle.filter(why -> why == RefusalReason.STATION_NOT_CONNECTED).isEmpty()) {
        Instant from = obstacle.isPresent() ? now.plus(ABOUT_TO_BE_FREE) : now;
        prospects.add(
            new Prospect(place, between(place.station(), taken, from, open.get().closes())));
      }
    }
    return prospects;
  }

  private static List<Stretch> between(
      StationId station, List<Booking> taken, Instant from, Instant closes) {
    List<Stretch> free = new ArrayList<>();
    Instant begin = from;
    for (Booking booking : taken) {
      if (booking.station().equals(station)) {
        if (begin.isBefore(booking.startsAt())) {
          free.add(new Stretch(begin, booking.startsAt()));
        }
        begin = later(begin, booking.endsAt());
      }
    }
    if (begin.isBefore(closes)) {
      free.add(new Stretch(begin, closes));
    }
    return free;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
