package org.escale.server.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationTrait;
import org.escale.server.booking.Booking;

/**
 * What those who were called need, for the few who come late: in memory alone, for what a visitor
 * needs is forgotten everywhere else when her ticket is over. Thread-safe.
 */
final class NeedsOfTheCalled {

  private record Kept(Set<StationTrait> needs, Instant since) {}

  private final Duration keptFor;
  private final Map<BookingId, Kept> kept = new LinkedHashMap<>();

  NeedsOfTheCalled(Duration keptFor) {
    this.keptFor = keptFor;
  }

  synchronized void remember(Booking called, Instant now) {
    Iterator<Kept> oldest = kept.values().iterator();
    while (oldest.hasNext() && oldest.next().since().plus(keptFor).isBefore(now)) {
      oldest.remove();
    }
    if (!called.needs().isEmpty()) {
      kept.remove(called.id());
      kept.put(called.id(), new Kept(called.needs(), now));
    }
  }

  synchronized Set<StationTrait> of(BookingId id) {
    Kept found = kept.get(id);
    return found == null ? Set.of() : found.needs();
  }
}
