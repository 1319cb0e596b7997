package org.escale.client.station;

import java.time.Duration;

/**
 * A moment by the station's boot clock: it runs on while the machine sleeps, and nobody can set it.
 * Comparable only with moments since the same boot.
 */
public record BootTime(Duration sinceBoot) implements Comparable<BootTime> {

  public BootTime plus(Duration later) {
    return new BootTime(sinceBoot.plus(later));
  }

  public BootTime minus(Duration earlier) {
    return new BootTime(sinceBoot.minus(earlier));
  }

  /** Negative if the other moment is past. */
  public Duration until(BootTime other) {
    return other.sinceBoot.minus(sinceBoot);
  }

  /** At or after the other moment. */
  public boolean reached(BootTime other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(BootTime other) {
    return sinceBoot.compareTo(other.sinceBoot);
  }
}
