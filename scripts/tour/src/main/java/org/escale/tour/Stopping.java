package org.escale.tour;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a run that did not come by itself: Ctrl+C, or the window was closed. Whatever is open
 * closes as the program ends; this only says so, once. Thread-safe.
 */
final class Stopping {

  private final PrintStream out;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean begun = new AtomicBoolean();

  Stopping(PrintStream out) {
    this.out = out;
    Runtime.getRuntime().addShutdownHook(new Thread(this::say, "say-that-it-stops"));
  }

  /** Ends the program, unless it is ending already. Does not return. */
  void begin() {
    System.exit(0);
  }

  /** The run is over, and nothing is left to be stopped. */
  void endedByItself() {
    ended.set(true);
  }

  boolean begun() {
    return begun.get();
  }

  private void say() {
    if (!ended.get()) {
      begun.set(true);
      out.println();
      out.println("The room closes; nothing of it goes on running.");
      // The run may get a step further before its room is gone.
      out.close();
    }
  }
}
