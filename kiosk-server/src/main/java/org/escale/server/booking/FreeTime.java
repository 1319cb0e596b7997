package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.server.opening.Opening;
import org.jspecify.annotations.Nullable;

/** What is free, by the rules, the stations and what is taken at this moment. Thread-safe. */
public final class FreeTime {

  private static final int ALTERNATIVES = 4;

  private final Opening opening;
  private final Places places;
  private final Occupancy<StationId> occupancy;

  public FreeTime(Opening opening, Places places, Occupancy<StationId> occupancy) {
    this.opening = opening;
    this.places = places;
    this.occupancy = occupancy;
  }

  /** What must fit. */
  public record Wanted(Duration length, Set<StationTrait> needs, @Nullable StationId station) {

    public Wanted {
      needs = Set.copyOf(needs);
    }

    public static Wanted anywhere(Duration length) {
      return new Wanted(length, Set.of(), null);
    }
  }

  /** The rules as they are now. */
  public BookingRules rules() {
    return new BookingRules(opening.hours(), opening.policy());
  }

  /** The free slots of this day from this moment on, soonest first. */
  public List<Visits.Slot> slotsOf(LocalDate day, Wanted wanted, Instant now) {
    return free(rules(), day, wanted, now).toList();
  }

  /** Where a booking may be moved to on this day: its own quarter hours are free for itself. */
  List<Visits.Slot> slotsInsteadOf(Booking booking, LocalDate day, Wanted wanted, Instant now) {
    return rules().slotsOf(day, wanted.length(), now).stream()
        .filter(
            slot -> {
              Instant end = slot.start().plus(slot.length());
              return fitting(wanted, booking.station()).stream()
                  .anyMatch(station -> isFreeBut(booking, station, slot.start(), end));
            })
        .toList();
  }

  /** The next free slots, soonest first; looks no further than it has to. */
  public List<Visits.Slot> next(Wanted wanted, Instant now, int atMost) {
    BookingRules rules = rules();
    return rules.days(now).stream()
        .flatMap(day -> free(rules, day, wanted, now))
        .limit(atMost)
        .toList();
  }

  /** Free slots instead of one that is not, the nearest first. */
  public List<Visits.Slot> near(Instant start, Wanted wanted, Instant now) {
    BookingRules rules = rules();
    Instant about = start.isBefore(now) ? now : start;
    List<Visits.Slot> thatDay = slotsOf(rules.dayOf(about), wanted, now);
    List<Visits.Slot> found = thatDay.isEmpty() ? next(wanted, now, ALTERNATIVES) : thatDay;
    return found.stream()
        .sorted(
            Comparator.comparing((Visits.Slot slot) -> Duration.between(about, slot.start()).abs()))
        .limit(ALTERNATIVES)
        .toList();
  }

  /** Where this stretch is free, the best station first. */
  List<BookingStore.Spot> spots(
      Instant from, Instant to, Wanted wanted, @Nullable StationId asker) {
    return occupancy
        .free(fitting(wanted, asker), from, to)
        .map(station -> new BookingStore.Spot(station, from, to))
        .toList();
  }

  /**
   * Where a booking may be moved to, its own station first: also where it stands in its own way.
   */
  List<BookingStore.Spot> movable(Booking booking, Instant from, Instant to, Wanted wanted) {
    return fitting(wanted, booking.station()).stream()
        .filter(station -> station.equals(booking.station()) || occupancy.isFree(station, from, to))
        .map(station -> new BookingStore.Spot(station, from, to))
        .toList();
  }

  /**
   * The next free spots, soonest first, the best station first; looks no further than it has to.
   */
  List<BookingStore.Spot> nextSpots(
      Wanted wanted, @Nullable StationId asker, Instant now, int atMost) {
    BookingRules rules = rules();
    List<StationId> fitting = fitting(wanted, asker);
    return rules.days(now).stream()
        .flatMap(day -> rules.slotsOf(day, wanted.length(), now).stream())
        .flatMap(
            slot -> {
              Instant end = slot.start().plus(slot.length());
              return occupancy
                  .free(fitting, slot.start(), end)
                  .map(station -> new BookingStore.Spot(station, slot.start(), end));
            })
        .limit(atMost)
        .toList();
  }

  /** Why this slot cannot be had, whatever is free; empty if it can. */
  Optional<RefusalReason> refuses(Visits.Slot slot, Wanted wanted, Instant now) {
    return rules().refusesSlot(slot, now).or(() -> refusesPlace(wanted));
  }

  /** Why no station can be found, whatever the time; empty if one can. */
  public Optional<RefusalReason> refusesPlace(Wanted wanted) {
    List<Places.Place> all = places.bookablePlaces();
    if (wanted.station() != null
        && all.stream().noneMatch(place -> place.station().equals(wanted.station()))) {
      return Optional.of(RefusalReason.STATION_UNKNOWN);
    }
    return BookingRules.candidates(all, wanted.needs(), null, wanted.station()).isEmpty()
        ? Optional.of(RefusalReason.NO_STATION_FITS)
        : Optional.empty();
  }

  /** How long a visit that begins now at this station can last, if one can begin. */
  public Answer<Visits.WalkIn> walkIn(StationId station, Duration longest, Instant now) {
    Optional<RefusalReason> obstacle = places.obstacle(station);
    if (obstacle.isPresent()) {
      return new Answer.No<>(obstacle.get());
    }
    if (places.bookablePlaces().stream().noneMatch(place -> place.station().equals(station))) {
      return new Answer.No<>(RefusalReason.STATION_IS_RECEPTION);
    }
    if (!occupancy.isFree(station, now, now.plusSeconds(1))) {
      return new Answer.No<>(RefusalReason.STATION_RESERVED);
    }
    return rules().visitFrom(now, longest, occupancy.nextTaken(station, now).orElse(null));
  }

  /** Free before and after what the booking itself takes there. */
  private boolean isFreeBut(Booking booking, StationId station, Instant from, Instant to) {
    Instant ownStart = QuarterHour.at(booking.startsAt()).start();
    Instant ownEnd = QuarterHour.at(booking.endsAt().minusNanos(1)).next().start();
    boolean apart = !from.isBefore(ownEnd) || !ownStart.isBefore(to);
    if (apart || !station.equals(booking.station())) {
      return occupancy.isFree(station, from, to);
    }
    boolean before = !from.isBefore(ownStart) || occupancy.isFree(station, from, ownStart);
    return before && (!to.isAfter(ownEnd) || occupancy.isFree(station, ownEnd, to));
  }

  private Stream<Visits.Slot> free(BookingRules rules, LocalDate day, Wanted wanted, Instant now) {
    List<StationId> fitting = fitting(wanted, null);
    return rules.slotsOf(day, wanted.length(), now).stream()
        .filter(
            slot -> {
              Instant end = slot.start().plus(slot.length());
              return occupancy.free(fitting, slot.start(), end).findFirst().isPresent();
            });
  }

  private List<StationId> fitting(Wanted wanted, @Nullable StationId asker) {
    return BookingRules.candidates(
        places.bookablePlaces(), wanted.needs(), asker, wanted.station());
  }
}
