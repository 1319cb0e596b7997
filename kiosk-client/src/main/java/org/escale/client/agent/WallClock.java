package org.escale.client.agent;

import java.time.Instant;

/** The clock on the wall, for people only: nothing is decided by it. Thread-safe. */
@FunctionalInterface
interface WallClock {

  Instant now();
}
