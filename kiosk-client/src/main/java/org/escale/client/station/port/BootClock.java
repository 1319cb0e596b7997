package org.escale.client.station.port;

import org.escale.client.station.BootTime;

/** The clock that counts a visit down. Thread-safe. */
@FunctionalInterface
public interface BootClock {

  BootTime now();
}
