package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Visits;

/** What may be booked, taken and begun, from times alone. Pure: the moment comes in. */
public final class BookingRules {

  /** A shorter visit is not worth beginning. */
  public static final Duration SHORTEST_WALK_IN = Duration.ofMinutes(15);

  /** How early a visitor with a ticket may begin, if the station is free until her slot. */
  public static final Duration EARLIEST_START = Duration.ofMinutes(10);

  /** A slot whose visitor has not come by then is given to others. */
  public static final Duration WAITED_FOR = Duration.ofMinutes(15);

  private final BookingSettings settings;

  public BookingRules(BookingSettings settings) {
    this.settings = settings;
  }

  /** Why this slot cannot be booked now, whatever is free; empty if it can. */
  public Optional<RefusalReason> refusesSlot(Visits.Slot slot, Instant now) {
    if (!QuarterHour.at(slot.start()).start().equals(slot.start())) {
      return Optional.of(RefusalReason.MALFORMED_REQUEST);
    }
    if (!settings.slotLengths().contains(slot.length())) {
      return Optional.of(RefusalReason.SLOT_LENGTH_NOT_OFFERED);
    }
    if (slot.start().isBefore(now)) {
      return Optional.of(RefusalReason.SLOT_IN_THE_PAST);
    }
    if (slot.start().isAfter(now.plus(settings.furthestAhead()))) {
      return Optional.of(RefusalReason.SLOT_TOO_FAR_AHEAD);
    }
    return isOpenThroughout(slot)
        ? Optional.empty()
        : Optional.of(RefusalReason.SLOT_OUTSIDE_OPENING_HOURS);
  }

  /** Every slot of the usual length that the rules allow from now on, soonest first. */
  public List<Visits.Slot> slotsAfter(Instant now) {
    List<Visits.Slot> slots = new ArrayList<>();
    Instant last = now.plus(settings.furthestAhead());
    QuarterHour quarter = QuarterHour.at(now).next();
    for (; !quarter.start().isAfter(last); quarter = quarter.next()) {
      Visits.Slot slot = new Visits.Slot(quarter.start(), settings.usualLength());
      if (isOfferedAt(slot.start()) && isOpenThroughout(slot)) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /**
   * When a walk-in begun now would end: after the usual length, at the next quarter hour that is
   * taken, or when the centre closes, whichever comes first.
   */
  public Answer<Instant> walkInEnd(Instant now, Set<QuarterHour> taken) {
    return visitEnd(now, settings.usualLength(), taken);
  }

  /** When a visit of at most this length, begun now, would end. */
  public Answer<Instant> visitEnd(Instant now, Duration longest, Set<QuarterHour> taken) {
    Optional<OpeningHours.Stretch> open = settings.openingHours().around(now, settings.zone());
    if (open.isEmpty()) {
      return new Answer.No<>(RefusalReason.CENTRE_CLOSED);
    }
    Instant end = earlier(now.plus(longest), open.get().closes());
    if (Duration.between(now, end).compareTo(SHORTEST_WALK_IN) < 0) {
      return new Answer.No<>(RefusalReason.CENTRE_CLOSED);
    }
    for (QuarterHour quarter : QuarterHour.touchedBy(now, end)) {
      if (taken.contains(quarter)) {
        end = quarter.start();
        break;
      }
    }
    return Duration.between(now, end).compareTo(SHORTEST_WALK_IN) < 0
        ? new Answer.No<>(RefusalReason.STATION_RESERVED)
        : new Answer.Yes<>(end);
  }

  /** Whether the holder of this ticket is too early. */
  public boolean isTooEarly(Booking booking, Instant now) {
    return now.isBefore(booking.startsAt().minus(EARLIEST_START));
  }

  /** Whether this slot may be given to others because nobody came. */
  public boolean hasWaitedLongEnough(Booking booking, Instant now) {
    return !now.isBefore(booking.startsAt().plus(WAITED_FOR));
  }

  public boolean isOpenAt(Instant moment) {
    return settings.openingHours().around(moment, settings.zone()).isPresent();
  }

  private boolean isOpenThroughout(Visits.Slot slot) {
    return settings
        .openingHours()
        .around(slot.start(), settings.zone())
        .filter(open -> open.contains(slot.start(), slot.start().plus(slot.length())))
        .isPresent();
  }

  private boolean isOfferedAt(Instant start) {
    return start.atZone(settings.zone()).getMinute() % settings.offerEvery().toMinutes() == 0;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
