package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.RefusalReason;

/**
 * What the visit of a booking does to its time: begun, prolonged, shortened, ended. Thread-safe.
 */
public final class BookedVisits {

  private final FreeTime freeTime;
  private final BookingStore store;
  private final Places places;
  private final InstantSource clock;
  private final TicketDraw draw;
  private final BookingListener listener;

  public BookedVisits(
      FreeTime freeTime,
      BookingStore store,
      Places places,
      InstantSource clock,
      TicketDraw draw,
      BookingListener listener) {
    this.freeTime = freeTime;
    this.store = store;
    this.places = places;
    this.clock = clock;
    this.draw = draw;
    this.listener = listener;
  }

  /**
   * A mediator lets the holder of this ticket begin now, however early: a visit begun before the
   * slot lasts as long as the slot. The ticket gets new digits, to be shown to its holder.
   */
  public Answer<Granted> beginFor(BookingId id) {
    Instant now = now();
    Optional<Booking> held = store.find(id).filter(Booking::holdsTime);
    if (held.isEmpty()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    Booking booking = held.get();
    if (booking.state() == Booking.State.BEGUN) {
      return new Answer.Yes<>(withDigits(booking));
    }
    Optional<RefusalReason> obstacle = places.obstacle(booking.station());
    if (obstacle.isPresent()) {
      return new Answer.No<>(obstacle.get());
    }
    Instant end =
        freeTime.rules().isTooEarly(booking, now) ? now.plus(booking.length()) : booking.endsAt();
    Optional<Booking> begun =
        now.isBefore(end)
            ? store.begin(id, booking.station(), now, end)
            : Optional.<Booking>empty();
    if (begun.isEmpty()) {
      return new Answer.No<>(RefusalReason.STATION_RESERVED);
    }
    listener.changed();
    draw.renewed(begun.get(), store, now);
    return new Answer.Yes<>(withDigits(begun.get()));
  }

  /**
   * An open booking with the digits to show to its holder; new ones if the old are forgotten, so
   * they may be others than before.
   */
  public Granted withDigits(Booking open) {
    return draw.granted(open, store, now());
  }

  /** A visit under way gets more time, if nobody else has it and the centre is open. */
  public Answer<Booking> prolong(BookingId id, Duration by) {
    Optional<Booking> begun = store.find(id).filter(b -> b.state() == Booking.State.BEGUN);
    if (begun.isEmpty()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    Instant end = begun.get().endsAt().plus(by);
    if (!freeTime.rules().isOpenThroughout(now(), end)) {
      return new Answer.No<>(RefusalReason.CENTRE_CLOSED);
    }
    return store.moveEnd(id, end)
        ? new Answer.Yes<>(begun.get())
        : new Answer.No<>(RefusalReason.STATION_RESERVED);
  }

  /** Why this visit under way cannot have more time; empty if it can, as things stand. */
  public Optional<RefusalReason> refusesToProlong(BookingId id, Duration by) {
    Optional<Booking> begun = store.find(id).filter(b -> b.state() == Booking.State.BEGUN);
    if (begun.isEmpty()) {
      return Optional.of(RefusalReason.SESSION_OVER);
    }
    Instant end = begun.get().endsAt();
    if (!freeTime.rules().isOpenThroughout(now(), end.plus(by))) {
      return Optional.of(RefusalReason.CENTRE_CLOSED);
    }
    // The quarter hour that it ends in is its own.
    Instant others = QuarterHour.at(end.minusNanos(1)).next().start();
    return others.isBefore(end.plus(by))
            && !store.occupancy().isFree(begun.get().station(), others, end.plus(by))
        ? Optional.of(RefusalReason.STATION_RESERVED)
        : Optional.empty();
  }

  /** Takes back what {@link #prolong} gave. */
  public void shorten(BookingId id, Duration by) {
    store
        .find(id)
        .filter(Booking::isOpen)
        .ifPresent(booking -> store.moveEnd(id, booking.endsAt().minus(by)));
  }

  /** The visit of this booking is over. */
  public void ended(BookingId id) {
    close(id, Booking.State.ENDED);
  }

  /** The visit of this booking could not be opened: a walk-in is over, a ticket stays good. */
  public void notOpened(BookingId id) {
    Optional<Booking> booking = store.find(id).filter(Booking::isOpen);
    if (booking.isEmpty()) {
      return;
    }
    switch (booking.get().kind()) {
      case WALK_IN -> close(id, Booking.State.ENDED);
      case BOOKED, QUEUED, WORKSHOP -> {
        store.beginAgain(id);
        listener.changed();
      }
    }
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
