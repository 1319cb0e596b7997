package org.escale.server.stations;

import java.util.concurrent.CompletableFuture;
import org.escale.protocol.Command;
import org.escale.protocol.StationId;

/** Port: tells stations what to do. */
public interface StationLinks {

  /**
   * Sends a command. One that still waits for its answer is not sent a second time: both callers
   * learn of the same end. It is resent with the same id when the link comes back, until it is
   * answered or its short life is over. An unlock for a station that is not connected ends at once,
   * and one that is not confirmed in time is never sent again: nobody shall find an open station
   * later.
   *
   * @return completed, never exceptionally, by another thread: work that follows must be short
   */
  CompletableFuture<CommandEnd> send(StationId station, Command command);

  /**
   * What a station is told when it connects has changed: its link is ended, and it connects anew. A
   * visit under way goes on.
   */
  void renew(StationId station);
}
