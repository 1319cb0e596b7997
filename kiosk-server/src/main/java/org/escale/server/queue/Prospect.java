package org.escale.server.queue;

import java.time.Instant;
import java.util.List;
import org.escale.server.booking.Places;
import org.escale.server.opening.Stretch;

/**
 * When a station is thought to be free for those who wait, as far as is known.
 *
 * @param free in order, up to closing time
 */
record Prospect(Places.Place place, List<Stretch> free) {

  Prospect {
    free = List.copyOf(free);
  }

  /** The beginning of the first stretch. */
  Instant from() {
    return free.getFirst().opens();
  }
}
