package org.escale.server.booking;

import java.time.Instant;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketProof;

/**
 * A slot taken on a station, with its ticket; a walk-in is one that begins at once. Says nothing
 * about who holds the ticket.
 *
 * @param proof recognises the ticket's digits without keeping them
 */
public record Booking(
    BookingId id,
    Kind kind,
    State state,
    StationId station,
    Instant startsAt,
    Instant endsAt,
    PublicTicket ticket,
    TicketProof proof) {

  public Booking {
    if (!startsAt.isBefore(endsAt)) {
      throw new IllegalArgumentException("a booking starts before it ends");
    }
  }

  /** How it came about. */
  public enum Kind {
    BOOKED,
    WALK_IN
  }

  /** What has become of it. */
  public enum State {
    /** Its visitor is waited for. */
    HELD,
    /** Its visit was granted to a station. */
    BEGUN,
    ENDED,
    CANCELLED,
    /** Nobody came in time. */
    NOT_SHOWN
  }

  /** True while it keeps others from the station. */
  public boolean isOpen() {
    return state == State.HELD || state == State.BEGUN;
  }
}
