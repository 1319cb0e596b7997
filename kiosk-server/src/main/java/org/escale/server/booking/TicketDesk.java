package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketSecret;

/**
 * Where a ticket becomes a visit. Wrong digits are throttled: five tries at a station, or twenty in
 * the room, within ten minutes, and only a mediator can help. A try is noted before it is looked
 * at, so many at once get no further than one after another. Thread-safe.
 */
public final class TicketDesk {

  static final BookingStore.TryLimits LIMITS =
      new BookingStore.TryLimits(5, 20, Duration.ofMinutes(10));

  /** How far from now the slot of a ticket may lie for its digits to be looked at. */
  private static final Duration LOOKED_AT = Duration.ofHours(12);

  private final BookingRules rules;
  private final BookingStore store;
  private final Places places;
  private final InstantSource clock;
  private final BookingListener listener;

  public TicketDesk(
      BookingSettings settings,
      BookingStore store,
      Places places,
      InstantSource clock,
      BookingListener listener) {
    this.rules = new BookingRules(settings);
    this.store = store;
    this.places = places;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Begins the booking that this ticket stands for, at this station, until the slot's end: from ten
   * minutes before its start if the station is free until then. Asked again, it gives the same
   * booking again.
   */
  public Answer<Booking> redeem(StationId station, PublicTicket ticket, TicketSecret digits) {
    Instant now = now();
    Optional<UUID> attempt = store.noteTry(station, now, LIMITS);
    if (attempt.isEmpty()) {
      return new Answer.No<>(RefusalReason.TOO_MANY_TRIES);
    }
    Optional<Booking> booking = recognise(ticket, digits, now);
    if (booking.isEmpty()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    store.forgetTry(attempt.get());
    return begin(booking.get(), station, now);
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Optional<Booking> recognise(PublicTicket ticket, TicketSecret digits, Instant now) {
    return store.touching(now.minus(LOOKED_AT), now.plus(LOOKED_AT)).stream()
        .filter(Booking::isOpen)
        .filter(booking -> booking.ticket().equals(ticket))
        .sorted(
            Comparator.comparing(
                (Booking booking) -> Duration.between(booking.startsAt(), now).abs()))
        .filter(booking -> booking.proof().matches(digits))
        .findFirst();
  }

  private Answer<Booking> begin(Booking booking, StationId station, Instant now) {
    if (!booking.station().equals(station)) {
      return new Answer.No<>(RefusalReason.TICKET_FOR_OTHER_STATION);
    }
    if (booking.state() == Booking.State.BEGUN) {
      return new Answer.Yes<>(booking);
    }
    if (!now.isBefore(booking.endsAt())) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    if (rules.isTooEarly(booking, now)) {
      return new Answer.No<>(RefusalReason.TICKET_NOT_YET);
    }
    Optional<RefusalReason> obstacle = places.obstacle(station);
    if (obstacle.isPresent()) {
      return new Answer.No<>(obstacle.get());
    }
    Optional<Booking> begun = store.begin(booking.id(), now, booking.endsAt());
    begun.ifPresent(_ -> listener.changed());
    return begun
        .<Answer<Booking>>map(Answer.Yes::new)
        .orElseGet(() -> new Answer.No<>(RefusalReason.TICKET_NOT_YET));
  }
}
