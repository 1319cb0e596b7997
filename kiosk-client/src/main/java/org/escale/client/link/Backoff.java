package org.escale.client.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubling from one second to half a minute, each between
 * half and whole, so that a room of stations does not come back at once. For one thread.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final RandomGenerator random;
  private Duration longest = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    Duration wait = longest.dividedBy(2).plus(Duration.ofMillis(jitter(longest.dividedBy(2))));
    Duration doubled = longest.multipliedBy(2);
    longest = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }

  /** It went well: the next failure is a first one. */
  void reset() {
    longest = FIRST;
  }

  private long jitter(Duration most) {
    return random.nextLong(most.toMillis() + 1);
  }
}
