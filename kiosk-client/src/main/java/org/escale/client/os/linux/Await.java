package org.escale.client.os.linux;

import java.time.Duration;

/** Waits for the kernel or another program to get somewhere. */
final class Await {

  private static final long LOOK_AGAIN_MS = 2;

  /** Something to look at that may not be ready yet. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws LinuxException;
  }

  private Await() {}

  /** Blocks until the condition holds. */
  static void until(String what, Duration atMost, Condition condition) throws LinuxException {
    if (!holdsWithin(atMost, condition)) {
      throw new LinuxException("waited " + atMost + " in vain until " + what);
    }
  }

  /** Blocks until the condition holds or the time is over; true if it holds. */
  static boolean holdsWithin(Duration atMost, Condition condition) throws LinuxException {
    return holdsWithin(atMost, LOOK_AGAIN_MS, condition);
  }

  /** The same, for what is dear to look at. */
  static boolean holdsWithin(Duration atMost, long lookAgainMs, Condition condition)
      throws LinuxException {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - start > atMost.toNanos()) {
        return false;
      }
      pause(lookAgainMs);
    }
    return true;
  }

  private static void pause(long ms) throws LinuxException {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinuxException("interrupted while waiting", e);
    }
  }
}
