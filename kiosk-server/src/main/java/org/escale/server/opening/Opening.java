package org.escale.server.opening;

/**
 * What holds now: read anew each time it matters, for an admin may have changed it. Thread-safe.
 */
public interface Opening {

  OpeningHours hours();

  BookingPolicy policy();
}
