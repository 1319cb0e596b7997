package org.escale.server.sessions;

import org.escale.protocol.StationId;

/** Port: who waits for a station while a visit is under way. Thread-safe. */
@FunctionalInterface
public interface OthersWaiting {

  /** Whether somebody waits whom this station fits. */
  boolean couldUse(StationId station);
}
