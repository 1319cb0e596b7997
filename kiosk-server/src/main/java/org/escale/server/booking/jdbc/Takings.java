package org.escale.server.booking.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore.Taking;
import org.escale.server.booking.BookingStore.Wish;

/** Takes what is wished for, within one transaction. */
record Takings(BookingRows rows, TicketRows tickets) {

  Taking take(Wish wish, Instant now) {
    Optional<PublicTicket> ticket =
        tickets.firstFree(wish.tickets(), wish.startsAt(), wish.endsAt());
    if (ticket.isEmpty()) {
      return new Taking.NoTicketLeft();
    }
    BookingId id = BookingId.random();
    for (StationId station : wish.candidates()) {
      Booking booking =
          new Booking(
              id,
              wish.kind(),
              firstState(wish.kind()),
              station,
              wish.startsAt(),
              wish.endsAt(),
              ticket.get(),
              wish.digits(),
              wish.needs());
      if (rows.insert(booking)) {
        tickets.claim(booking);
        rows.rememberAnswer(wish.asker(), wish.request(), id);
        return new Taking.Taken(booking);
      }
    }
    return new Taking.NoneFree();
  }

  private static Booking.State firstState(Booking.Kind kind) {
    return switch (kind) {
      case BOOKED, WORKSHOP -> Booking.State.HELD;
      case WALK_IN -> Booking.State.BEGUN;
      case QUEUED -> Booking.State.WAITING;
    };
  }
}
