package org.escale.server.booking.jdbc;

import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore.Spot;
import org.escale.server.booking.BookingStore.Taking;
import org.escale.server.booking.BookingStore.Wish;

/** Takes what is wished for, within one transaction. */
record Takings(BookingRows rows, TicketRows tickets) {

  Taking take(Wish wish) {
    BookingId id = BookingId.random();
    for (Spot spot : wish.spots()) {
      Booking.State state = firstState(wish.kind());
      if (state != Booking.State.WAITING && !rows.isFree(spot)) {
        continue;
      }
      Optional<PublicTicket> ticket =
          tickets.firstFree(wish.tickets(), spot.startsAt(), spot.endsAt());
      if (ticket.isEmpty()) {
        return new Taking.NoTicketLeft();
      }
      Booking booking =
          new Booking(
              id,
              wish.kind(),
              state,
              spot.station(),
              spot.startsAt(),
              spot.endsAt(),
              ticket.get(),
              wish.digits(),
              wish.needs());
      rows.insert(booking);
      tickets.claim(booking);
      rows.rememberAnswer(wish.asker(), wish.request(), id);
      return new Taking.Taken(booking);
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
