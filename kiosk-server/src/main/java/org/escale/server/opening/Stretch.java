package org.escale.server.opening;

import java.time.Instant;

/** From one moment to another; the end itself is outside. */
public record Stretch(Instant opens, Instant closes) {

  public Stretch {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("a stretch opens before it closes");
    }
  }

  public boolean contains(Instant moment) {
    return !moment.isBefore(opens) && moment.isBefore(closes);
  }

  public boolean contains(Instant from, Instant to) {
    return contains(from) && !to.isAfter(closes);
  }

  /** Ends where the other begins, or later. */
  boolean reaches(Stretch next) {
    return !next.opens.isAfter(closes);
  }

  /** From the beginning of this one to the end of the next. */
  Stretch with(Stretch next) {
    return new Stretch(opens, next.closes.isAfter(closes) ? next.closes : closes);
  }
}
