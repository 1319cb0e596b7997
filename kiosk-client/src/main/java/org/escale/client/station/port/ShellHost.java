package org.escale.client.station.port;

/** Puts the shell on the station's screen, as its own user. Thread-safe. */
public interface ShellHost {

  /**
   * Starts the shell's program, and first whatever it stands on. If one still runs, it is ended
   * before. Returns when the program has been started, not when it is on the screen.
   *
   * @param ended called once, on any thread, when this program has ended, however that came
   */
  void start(Runnable ended) throws ShellHostException;

  /** Ends the shell's program and whatever it stands on. Does nothing if there is none. */
  void stop();
}
