package org.escale.server.booking;

import org.escale.protocol.TicketSecret;

/** A booking and the digits of its ticket. */
public record Granted(Booking booking, TicketSecret secret) {

  @Override
  public String toString() {
    return "Granted[" + booking.id() + "]";
  }
}
