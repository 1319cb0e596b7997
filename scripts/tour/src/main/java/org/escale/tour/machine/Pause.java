package org.escale.tour.machine;

import org.escale.tour.room.RoomException;

/**
 * For what takes its time by nature: a key that is held, a machine in which nothing must happen.
 */
final class Pause {

  static void of(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RoomException("interrupted", e);
    }
  }

  private Pause() {}
}
