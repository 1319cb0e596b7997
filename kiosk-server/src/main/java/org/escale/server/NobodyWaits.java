package org.escale.server;

import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.QueuePlace;
import org.escale.server.booking.WaitingLine;

/** There is no queue yet. */
record NobodyWaits() implements WaitingLine {

  @Override
  public Optional<QueuePlace> placeOfANewcomer() {
    return Optional.empty();
  }

  @Override
  public Optional<QueuePlace> placeOf(BookingId booking) {
    return Optional.empty();
  }
}
