package org.escale.tour.machine;

import com.microsoft.playwright.PlaywrightException;
import java.io.PrintStream;
import org.escale.tour.room.RoomException;

/** Says of each thing tried whether it holds, a line each, and goes on after one that does not. */
final class Finds {

  private final PrintStream out;
  private int failed;

  Finds(PrintStream out) {
    this.out = out;
  }

  /** A part of the trials; if it cannot go on, that is one thing that does not hold. */
  void chapter(String title, Runnable trials) {
    out.println(title);
    try {
      trials.run();
    } catch (RoomException | PlaywrightException e) {
      find(false, "the trials go on to their end", String.valueOf(e.getMessage()));
    }
  }

  /**
   * @param seen in a few words
   */
  void find(boolean holds, String what, String seen) {
    out.printf("  %-15s %s: %s%n", holds ? "holds" : "does not hold", what, seen);
    if (!holds) {
      failed++;
    }
  }

  /** That two things are the same. */
  void same(String what, Object wanted, Object seen) {
    find(
        wanted.equals(seen),
        what,
        wanted.equals(seen) ? String.valueOf(seen) : seen + ", not " + wanted);
  }

  /** A figure, or what can only be read. */
  void tell(String what, String seen) {
    out.printf("  %-15s %s: %s%n", "seen", what, seen);
  }

  boolean allHold() {
    return failed == 0;
  }
}
