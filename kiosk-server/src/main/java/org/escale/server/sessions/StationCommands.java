package org.escale.server.sessions;

import org.escale.protocol.Command;
import org.escale.protocol.StationId;

/** The way to a station. Thread-safe. */
@FunctionalInterface
public interface StationCommands {

  /**
   * Hands a command to the station's link. Sent is not done: the station reports what became of it.
   *
   * @return false if the station is not connected; it will not get this command then
   */
  boolean send(StationId station, Command command);
}
