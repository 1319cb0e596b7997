package org.escale.client.shell.booking;

import java.time.Duration;
import java.util.Map;
import org.escale.client.shell.words.Words;
import org.escale.protocol.QueuePlace;

/** A place in the queue in words: how many come before, and about how long. */
public final class QueueWords {

  private static final Duration STEP = Duration.ofMinutes(5);

  public static String before(QueuePlace place, Words words) {
    return words.of("queue.before", Map.of("before", place.position() - 1));
  }

  /** In steps of five minutes, rounded up: more would be promised than is known. */
  public static String wait(QueuePlace place, Words words) {
    Duration estimate = place.estimate();
    if (estimate == null) {
      return words.of("queue.wait.unknown");
    }
    long steps = Math.max(1, estimate.plus(STEP).minusNanos(1).dividedBy(STEP));
    return words.of("queue.wait", Map.of("duration", words.duration(STEP.multipliedBy(steps))));
  }

  private QueueWords() {}
}
