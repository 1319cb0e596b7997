package org.escale.server.booking;

import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.QueuePlace;

/** Who waits for a station, as booking sees it. Thread-safe. */
public interface WaitingLine {

  /** Where a newcomer would stand; empty while some station is free. */
  Optional<QueuePlace> placeOfANewcomer();

  /** Where this ticket stands; empty if it does not wait. */
  Optional<QueuePlace> placeOf(BookingId booking);
}
