package org.escale.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A place in the queue.
 *
 * @param position 1 is the next
 * @param estimate how long the wait is thought to be; null if nothing says when a station is free
 */
public record QueuePlace(int position, @Nullable Duration estimate) {

  public QueuePlace {
    if (position < 1) {
      throw new IllegalArgumentException("the first place is 1, not " + position);
    }
  }
}
