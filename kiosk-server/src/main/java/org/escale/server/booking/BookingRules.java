package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.OpeningHours;
import org.escale.server.opening.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * What may be booked, taken and begun, from times alone. Pure: the moment comes in.
 *
 * @param hours as they are at this moment
 * @param policy as it is at this moment
 */
public record BookingRules(OpeningHours hours, BookingPolicy policy) {

  /** A shorter visit is not worth beginning. */
  public static final Duration SHORTEST_WALK_IN = Duration.ofMinutes(15);

  /** How early a visitor with a ticket may begin, if the station is free until her slot. */
  public static final Duration EARLIEST_START = Duration.ofMinutes(15);

  /** Why this slot cannot be booked now, whatever is free; empty if it can. */
  public Optional<RefusalReason> refusesSlot(Visits.Slot slot, Instant now) {
    if (!QuarterHour.at(slot.start()).start().equals(slot.start())) {
      return Optional.of(RefusalReason.MALFORMED_REQUEST);
    }
    if (!policy.slotLengths().contains(slot.length())) {
      return Optional.of(RefusalReason.SLOT_LENGTH_NOT_OFFERED);
    }
    if (slot.start().isBefore(now)) {
      return Optional.of(RefusalReason.SLOT_IN_THE_PAST);
    }
    if (dayOf(slot.start()).isAfter(lastDay(now))) {
      return Optional.of(RefusalReason.SLOT_TOO_FAR_AHEAD);
    }
    return isOpenThroughout(slot.start(), slot.start().plus(slot.length()))
        ? Optional.empty()
        : Optional.of(RefusalReason.SLOT_OUTSIDE_OPENING_HOURS);
  }

  /** The days that can be booked and on which the centre opens, today first. */
  public List<LocalDate> days(Instant now) {
    return dayOf(now)
        .datesUntil(lastDay(now).plusDays(1))
        .filter(day -> hours.on(day).stream().anyMatch(open -> open.closes().isAfter(now)))
        .toList();
  }

  /** Every slot of this day that begins after this moment, soonest first, free or not. */
  public List<Visits.Slot> slotsOf(LocalDate day, Duration length, Instant now) {
    List<Visits.Slot> slots = new ArrayList<>();
    for (Stretch open : hours.on(day)) {
      QuarterHour quarter = QuarterHour.at(open.opens());
      for (; quarter.start().isBefore(open.closes()); quarter = quarter.next()) {
        Instant start = quarter.start();
        Instant end = start.plus(length);
        if (!start.isBefore(now)
            && isOfferedAt(start)
            && (open.contains(start, end) || isOpenThroughout(start, end))) {
          slots.add(new Visits.Slot(start, length));
        }
      }
    }
    return slots;
  }

  /**
   * When a visit begun now would end: after this length, when the next ticket is waited for, or
   * when the centre closes, whichever comes first.
   *
   * @param nextTaken the start of the next quarter hour that is taken; null if none is
   */
  public Answer<Visits.WalkIn> visitFrom(
      Instant now, Duration longest, @Nullable Instant nextTaken) {
    Optional<Stretch> open = hours.around(now);
    if (open.isEmpty()) {
      return new Answer.No<>(RefusalReason.CENTRE_CLOSED);
    }
    Instant end = now.plus(longest);
    Visits.Until because = Visits.Until.USUAL_LENGTH;
    if (open.get().closes().isBefore(end)) {
      end = open.get().closes();
      because = Visits.Until.CLOSING;
    }
    if (nextTaken != null && nextTaken.isBefore(end)) {
      end = nextTaken;
      because = Visits.Until.NEXT_TICKET;
    }
    Duration length = Duration.between(now, end);
    if (length.compareTo(SHORTEST_WALK_IN) < 0) {
      return new Answer.No<>(
          because == Visits.Until.CLOSING
              ? RefusalReason.CENTRE_CLOSED
              : RefusalReason.STATION_RESERVED);
    }
    return new Answer.Yes<>(new Visits.WalkIn(length, end, because));
  }

  /**
   * The places that fit, the best first: stations that others may need more are kept for them, then
   * comes the one where the visitor stands.
   *
   * @param chosen only there; null: anywhere that fits
   */
  public static List<StationId> candidates(
      List<Places.Place> places,
      Set<StationTrait> needs,
      @Nullable StationId asker,
      @Nullable StationId chosen) {
    return places.stream()
        .filter(place -> chosen == null || place.station().equals(chosen))
        .filter(place -> place.fits(needs))
        .sorted(
            Comparator.comparing((Places.Place place) -> isKept(place, needs))
                .thenComparing(place -> !place.station().equals(asker))
                .thenComparingInt(place -> place.traits().size()))
        .map(Places.Place::station)
        .toList();
  }

  /** Whether the holder of this ticket is too early. */
  public boolean isTooEarly(Booking booking, Instant now) {
    return now.isBefore(booking.startsAt().minus(EARLIEST_START));
  }

  /** Whether this slot may be given to others because nobody came. */
  public boolean hasWaitedLongEnough(Booking booking, Instant now) {
    return !now.isBefore(keptUntil(booking));
  }

  /** How long a station waits for the holder of this ticket. */
  public Instant keptUntil(Booking booking) {
    Duration patience =
        switch (booking.kind()) {
          case BOOKED, WALK_IN -> policy.waitedFor();
          case QUEUED -> policy.heldForQueue();
          case WORKSHOP -> booking.length();
        };
    return booking.startsAt().plus(patience);
  }

  public boolean isOpenThroughout(Instant from, Instant to) {
    return hours.around(from).filter(open -> open.contains(from, to)).isPresent();
  }

  LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, hours.zone());
  }

  private LocalDate lastDay(Instant now) {
    return dayOf(now).plusDays(policy.daysAhead());
  }

  private boolean isOfferedAt(Instant start) {
    return start.atZone(hours.zone()).getMinute() % policy.step().toMinutes() == 0;
  }

  /** A wheelchair reaches few stations. */
  private static boolean isKept(Places.Place place, Set<StationTrait> needs) {
    return place.traits().contains(StationTrait.WHEELCHAIR_ACCESS)
        && !needs.contains(StationTrait.WHEELCHAIR_ACCESS);
  }
}
