package org.escale.server.booking.jdbc;

import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore.Spot;
import org.escale.server.booking.BookingStore.Taking;
import org.escale.server.booking.BookingStore.Wish;
import org.escale.server.booking.Occupancy;

/** Takes what is wished for, within one transaction. */
record Takings(BookingRows rows, Occupancy<StationId> occupancy, BookingIds ids) {

  Taking take(Wish wish) {
    BookingId id = ids.next();
    for (Spot spot : wish.spots()) {
      Booking.State state = firstState(wish.kind());
      if (state != Booking.State.WAITING && !isFree(spot)) {
        continue;
      }
      Optional<PublicTicket> ticket =
          rows.tickets().firstFree(wish.tickets(), spot.startsAt(), spot.endsAt());
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
      rows.insert(booking, wish);
      rows.tickets().claim(booking);
      return new Taking.Taken(booking);
    }
    return new Taking.NoneFree();
  }

  private boolean isFree(Spot spot) {
    return occupancy.isFree(spot.station(), spot.startsAt(), spot.endsAt());
  }

  private static Booking.State firstState(Booking.Kind kind) {
    return switch (kind) {
      case BOOKED, WORKSHOP -> Booking.State.HELD;
      case WALK_IN -> Booking.State.BEGUN;
      case QUEUED -> Booking.State.WAITING;
    };
  }
}
