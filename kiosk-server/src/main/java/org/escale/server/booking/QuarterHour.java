package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The grain of booking: a quarter of an hour, counted from the epoch. Offsets of time zones are
 * whole quarters, so a quarter hour of the clock on the wall is one of these.
 */
public record QuarterHour(long number) implements Comparable<QuarterHour> {

  public static final Duration LENGTH = Duration.ofMinutes(15);

  /** The quarter hour that this moment lies in. */
  public static QuarterHour at(Instant moment) {
    return new QuarterHour(Math.floorDiv(moment.getEpochSecond(), LENGTH.toSeconds()));
  }

  /** Every quarter hour that a stretch of time touches; the end itself is outside. */
  public static List<QuarterHour> touchedBy(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    long last = at(to.minusNanos(1)).number();
    return LongStream.rangeClosed(at(from).number(), last).mapToObj(QuarterHour::new).toList();
  }

  public Instant start() {
    return Instant.ofEpochSecond(number * LENGTH.toSeconds());
  }

  public QuarterHour next() {
    return new QuarterHour(number + 1);
  }

  @Override
  public int compareTo(QuarterHour other) {
    return Long.compare(number, other.number);
  }
}
