package org.escale.client.station;

import java.time.Duration;
import java.util.Optional;

/**
 * A visit's time. The slot is what was granted; its last part, the grace, is for saving and
 * printing, so that the wipe begins no later than the slot's end.
 */
public record Countdown(BootTime from, Duration granted, Duration grace) {

  /** The points where time asks for attention. */
  public enum Warning {
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofMinutes(4)),
    ONE_MINUTE(Duration.ofMinutes(1), Duration.ofSeconds(20)),
    TWENTY_SECONDS(Duration.ofSeconds(20), Duration.ZERO);

    private final Duration first;
    private final Duration last;

    Warning(Duration first, Duration last) {
      this.first = first;
      this.last = last;
    }

    private boolean given(Duration left) {
      return left.compareTo(first) <= 0 && left.compareTo(last) > 0;
    }
  }

  public Countdown {
    if (!granted.isPositive() || grace.isNegative() || grace.compareTo(granted) >= 0) {
      throw new IllegalArgumentException("no time to work in " + granted + " less " + grace);
    }
  }

  Countdown extendedBy(Duration more) {
    return new Countdown(from, granted.plus(more), grace);
  }

  /** Less time, but at least this much for work from now, if there still is as much. */
  Countdown shortenedBy(Duration less, Duration kept, BootTime now) {
    Duration shortest = from.until(now).plus(kept).plus(grace);
    Duration wanted = granted.minus(less);
    Duration shortened = wanted.compareTo(shortest) < 0 ? shortest : wanted;
    return shortened.compareTo(granted) < 0 ? new Countdown(from, shortened, grace) : this;
  }

  /** The time for work, without the grace. */
  public Duration work() {
    return granted.minus(grace);
  }

  public BootTime workEnds() {
    return from.plus(work());
  }

  /** The latest start of the wipe. */
  public BootTime slotEnds() {
    return from.plus(granted);
  }

  /** Time left for work; never negative. */
  public Duration left(BootTime now) {
    return notNegative(now.until(workEnds()));
  }

  /**
   * What should be said about the time now. A point that was already past when the time was granted
   * is not warned of.
   */
  public Optional<Warning> warning(BootTime now) {
    Duration left = left(now);
    for (Warning warning : Warning.values()) {
      if (warning.given(left) && work().compareTo(warning.first) > 0) {
        return Optional.of(warning);
      }
    }
    return Optional.empty();
  }

  static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
