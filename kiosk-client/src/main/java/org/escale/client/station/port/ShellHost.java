package org.escale.client.station.port;

/**
 * Where the shell runs: apart from the agent, without network, as a user who may do nothing else.
 * Called from one platform thread that lives as long as the program: the shell dies with it.
 */
public interface ShellHost {

  /**
   * Starts the shell, in place of one that runs.
   *
   * @param whenEnded called once, from another thread, when this shell ends by itself; it may only
   *     post an event
   */
  void start(Runnable whenEnded) throws ShellHostException;

  /** Ends the shell if it runs. */
  void stop();
}
