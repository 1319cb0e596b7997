package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a booking until its visitor comes: moved, given back, called off. Thread-safe.
 */
public final class HeldBookings {

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final FreeTime freeTime;
  private final BookingStore store;
  private final InstantSource clock;
  private final TicketDraw draw;
  private final BookingListener listener;

  public HeldBookings(
      FreeTime freeTime,
      BookingStore store,
      InstantSource clock,
      TicketDraw draw,
      BookingListener listener) {
    this.freeTime = freeTime;
    this.store = store;
    this.clock = clock;
    this.draw = draw;
    this.listener = listener;
  }

  /** New digits for a ticket whose holder has lost them; the old ones open nothing any more. */
  public Answer<Granted> renewDigits(BookingId id) {
    Optional<Booking> open = store.find(id).filter(Booking::isOpen);
    if (open.isEmpty()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    TicketSecret secret = draw.renewed(open.get(), store, now());
    return new Answer.Yes<>(new Granted(store.find(id).orElse(open.get()), secret));
  }

  /** Another slot for a booking that has not begun; its length and what it needs stay. */
  public Answer<Booking> move(BookingId id, Instant start, @Nullable StationId station) {
    Optional<Booking> held = store.find(id).filter(Booking::isOpen);
    if (held.isEmpty()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    return move(held.get(), new Visits.Slot(start, held.get().length()), station);
  }

  Answer<Booking> move(Booking booking, Visits.Slot slot, @Nullable StationId station) {
    if (booking.state() != Booking.State.HELD || booking.kind() == Booking.Kind.WORKSHOP) {
      return new Answer.No<>(
          booking.state() == Booking.State.WAITING
              ? RefusalReason.TICKET_STILL_WAITS
              : RefusalReason.TICKET_IN_USE);
    }
    FreeTime.Wanted wanted = new FreeTime.Wanted(slot.length(), booking.needs(), station);
    Optional<RefusalReason> refusal = freeTime.refuses(slot, wanted, now());
    if (refusal.isPresent()) {
      return new Answer.No<>(refusal.get());
    }
    Instant end = slot.start().plus(slot.length());
    List<BookingStore.Spot> spots = freeTime.movable(booking, slot.start(), end, wanted);
    Optional<Booking> moved = store.move(booking.id(), spots, draw.shuffled());
    moved.ifPresent(_ -> listener.changed());
    return moved
        .<Answer<Booking>>map(Answer.Yes::new)
        .orElseGet(() -> new Answer.No<>(RefusalReason.SLOT_JUST_TAKEN));
  }

  /** Somebody gives back what has not begun. Empty if there is no such thing any more. */
  public Optional<Booking> cancel(BookingId id) {
    return closeUnbegun(id, Booking.State.CANCELLED);
  }

  /** The centre cannot keep what has not begun. */
  public Optional<Booking> callOff(BookingId id) {
    return closeUnbegun(id, Booking.State.CALLED_OFF);
  }

  /** How long a station waits for the holder of this ticket. */
  public Instant keptUntil(Booking booking) {
    return freeTime.rules().keptUntil(booking);
  }

  /** Gives slots to others whose visitor has not come. To be called about once a minute. */
  public int releaseNoShows() {
    Instant now = now();
    BookingRules rules = freeTime.rules();
    int released = 0;
    for (Booking booking : store.touching(now.minus(ONE_DAY), now.plusNanos(1))) {
      if (booking.state() == Booking.State.HELD
          && rules.hasWaitedLongEnough(booking, now)
          && close(booking.id(), Booking.State.NOT_SHOWN).isPresent()) {
        released++;
      }
    }
    return released;
  }

  private Optional<Booking> closeUnbegun(BookingId id, Booking.State as) {
    return store
        .find(id)
        .filter(booking -> booking.isOpen() && booking.state() != Booking.State.BEGUN)
        .flatMap(_ -> close(id, as));
  }

  private Optional<Booking> close(BookingId id, Booking.State as) {
    Optional<Booking> closed = store.close(id, as);
    if (closed.isPresent()) {
      listener.changed();
    }
    return closed;
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
