package org.escale.server.booking;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What a centre decides about time on its stations.
 *
 * @param zone where the centre's days begin and end
 * @param slotLengths what can be booked, in whole quarter hours; the first is what is offered
 * @param offerEvery offered slots begin on multiples of this after the hour
 * @param furthestAhead how long before its start a slot may be booked
 */
public record BookingSettings(
    ZoneId zone,
    OpeningHours openingHours,
    List<Duration> slotLengths,
    Duration offerEvery,
    Duration furthestAhead) {

  public BookingSettings {
    slotLengths = List.copyOf(slotLengths);
    if (slotLengths.isEmpty() || !slotLengths.stream().allMatch(BookingSettings::isInQuarters)) {
      throw new IllegalArgumentException("slots last whole quarter hours, and there is one length");
    }
    if (!isInQuarters(offerEvery)
        || Duration.ofHours(1).toMinutes() % offerEvery.toMinutes() != 0) {
      throw new IllegalArgumentException("slots are offered every 15, 30 or 60 minutes");
    }
    if (!furthestAhead.isPositive()) {
      throw new IllegalArgumentException("slots are booked ahead");
    }
  }

  /** One length of slots, offered on half hours or quarters, for the next twelve hours. */
  public static BookingSettings simple(ZoneId zone, OpeningHours hours, Duration slotLength) {
    Duration halfHour = QuarterHour.LENGTH.multipliedBy(2);
    return new BookingSettings(
        zone,
        hours,
        List.of(slotLength),
        slotLength.compareTo(halfHour) < 0 ? QuarterHour.LENGTH : halfHour,
        Duration.ofHours(12));
  }

  public Duration usualLength() {
    return slotLengths.getFirst();
  }

  private static boolean isInQuarters(Duration length) {
    return length.isPositive() && length.toMillis() % QuarterHour.LENGTH.toMillis() == 0;
  }
}
