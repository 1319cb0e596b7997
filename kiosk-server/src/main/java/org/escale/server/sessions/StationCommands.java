package org.escale.server.sessions;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.escale.protocol.Command;
import org.escale.protocol.StationId;
import org.escale.server.stations.CommandEnd;

/** The way to a station that is connected. Thread-safe. */
public interface StationCommands {

  /**
   * Hands a command to the station's link. Sent is not done: the station reports what became of it.
   *
   * @return how it ends; empty if the station is not connected, and then it will never get it
   */
  Optional<CompletableFuture<CommandEnd>> send(StationId station, Command command);
}
