package org.escale.server.stations;

import org.escale.protocol.StationId;

/** Port: wants to know when a station's snapshot has changed. */
@FunctionalInterface
public interface StationChanges {

  /** Must return at once. Called by many threads. */
  void changed(StationId station);
}
