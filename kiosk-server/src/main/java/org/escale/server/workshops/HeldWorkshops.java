package org.escale.server.workshops;

import java.time.Instant;

/** Port: who counts the workshops that took place. Thread-safe. */
@FunctionalInterface
public interface HeldWorkshops {

  /** Counts this date once, however often it is told. */
  void held(WorkshopDateId date, Instant startsAt);
}
