package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;

/**
 * Where a visitor shows her ticket, at any station: to begin, see, move or give back. Wrong digits
 * are throttled: five tries at a station, or twenty in the room, within ten minutes, and only a
 * mediator can help. A try is noted before it is looked at, so many at once get no further than one
 * after another. Thread-safe.
 */
public final class TicketDesk {

  static final BookingStore.TryLimits LIMITS =
      new BookingStore.TryLimits(5, 20, Duration.ofMinutes(10));

  private final FreeTime freeTime;
  private final BookingStore store;
  private final HeldBookings heldBookings;
  private final Places places;
  private final WaitingLine waiting;
  private final DigitSeal seal;
  private final InstantSource clock;
  private final BookingListener listener;

  /** So that a lost answer can be asked for again. */
  private final ForTenMinutes<PublicTicket, SealedDigits> givenBack = new ForTenMinutes<>();

  public TicketDesk(
      FreeTime freeTime,
      BookingStore store,
      HeldBookings heldBookings,
      Places places,
      WaitingLine waiting,
      DigitSeal seal,
      InstantSource clock,
      BookingListener listener) {
    this.freeTime = freeTime;
    this.store = store;
    this.heldBookings = heldBookings;
    this.places = places;
    this.waiting = waiting;
    this.seal = seal;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Begins the booking that this ticket stands for, at this station, until the slot's end: from a
   * quarter of an hour before its start if the station is free until then. A ticket of another
   * station is good here if this one is free instead. Asked again, it gives the same booking again.
   */
  public Answer<Booking> redeem(StationId station, PublicTicket ticket, TicketSecret digits) {
    return recognise(station, ticket, digits).then(booking -> begin(booking, station, now()));
  }

  /** What this ticket is good for. */
  public Answer<Tickets.Seen> show(StationId station, Tickets.Show shown) {
    return recognise(station, shown.ticket(), shown.secret())
        .then(booking -> new Answer.Yes<>(seen(booking, station)));
  }

  /** Another slot instead of this ticket's. */
  public Answer<Tickets.Seen> move(StationId station, Tickets.Move wish) {
    return recognise(station, wish.ticket(), wish.secret())
        .then(booking -> heldBookings.move(booking, wish.slot(), null))
        .then(moved -> new Answer.Yes<>(seen(moved, station)));
  }

  /** Gives back what this ticket stands for. Asked again, it is given back still. */
  public Answer<Tickets.Cancelled> cancel(StationId station, Tickets.Cancel wish) {
    Answer<Booking> known = recognise(station, wish.ticket(), wish.secret());
    boolean again =
        known instanceof Answer.No<Booking>(RefusalReason reason)
            && reason == RefusalReason.TICKET_UNKNOWN
            && isGivenBack(wish.ticket(), wish.secret());
    return again
        ? new Answer.Yes<>(new Tickets.Cancelled(wish.ticket()))
        : known.then(this::cancel);
  }

  private Answer<Tickets.Cancelled> cancel(Booking booking) {
    Optional<Booking> gone = heldBookings.cancel(booking.id());
    gone.ifPresent(each -> givenBack.remember(each.ticket(), each.digits(), now()));
    return gone.<Answer<Tickets.Cancelled>>map(
            each -> new Answer.Yes<>(new Tickets.Cancelled(each.ticket())))
        .orElseGet(() -> new Answer.No<>(RefusalReason.TICKET_IN_USE));
  }

  private boolean isGivenBack(PublicTicket ticket, TicketSecret digits) {
    return givenBack.of(ticket, now()).filter(kept -> seal.matches(kept, digits)).isPresent();
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Answer<Booking> recognise(StationId station, PublicTicket ticket, TicketSecret digits) {
    Instant now = now();
    Optional<UUID> attempt = store.noteTry(station, now, LIMITS);
    if (attempt.isEmpty()) {
      return new Answer.No<>(RefusalReason.TOO_MANY_TRIES);
    }
    Instant since = now.minus(Duration.ofHours(12));
    Optional<Booking> booking =
        store.openWith(ticket, since).stream()
            .sorted(
                Comparator.comparing(
                    (Booking each) -> Duration.between(each.startsAt(), now).abs()))
            .filter(each -> seal.matches(each.digits(), digits))
            .findFirst();
    boolean calledOff =
        booking.isEmpty()
            && store.calledOffWith(ticket, since).stream()
                .anyMatch(each -> seal.matches(each.digits(), digits));
    if (booking.isPresent() || calledOff || isGivenBack(ticket, digits)) {
      store.forgetTry(attempt.get());
    }
    return booking
        .<Answer<Booking>>map(Answer.Yes::new)
        .orElseGet(
            () ->
                new Answer.No<>(
                    calledOff ? RefusalReason.CENTRE_CLOSES_EARLY : RefusalReason.TICKET_UNKNOWN));
  }

  private Answer<Booking> begin(Booking booking, StationId station, Instant now) {
    if (booking.state() == Booking.State.BEGUN && booking.station().equals(station)) {
      return new Answer.Yes<>(booking);
    }
    Optional<RefusalReason> refusal = notHere(booking, station, now);
    if (refusal.isPresent()) {
      return new Answer.No<>(refusal.get());
    }
    Optional<Booking> begun = store.begin(booking.id(), station, now, booking.endsAt());
    begun.ifPresent(_ -> listener.changed());
    return begun
        .<Answer<Booking>>map(Answer.Yes::new)
        .orElseGet(() -> new Answer.No<>(notFree(booking, station)));
  }

  /** Why this booking cannot begin here now; empty if it can. */
  private Optional<RefusalReason> notHere(Booking booking, StationId station, Instant now) {
    if (booking.state() == Booking.State.WAITING) {
      return Optional.of(RefusalReason.TICKET_STILL_WAITS);
    }
    if (booking.state() == Booking.State.BEGUN) {
      return booking.station().equals(station)
          ? Optional.empty()
          : Optional.of(RefusalReason.TICKET_IN_USE);
    }
    if (!now.isBefore(booking.endsAt())) {
      return Optional.of(RefusalReason.TICKET_UNKNOWN);
    }
    BookingRules rules = freeTime.rules();
    if (rules.isTooEarly(booking, now)) {
      return Optional.of(
          rules.dayOf(now).equals(rules.dayOf(booking.startsAt()))
              ? RefusalReason.TICKET_NOT_YET
              : RefusalReason.TICKET_OF_ANOTHER_DAY);
    }
    return placeRefuses(booking, station, now);
  }

  private Optional<RefusalReason> placeRefuses(Booking booking, StationId station, Instant now) {
    Optional<Places.Place> place =
        places.bookablePlaces().stream().filter(each -> each.station().equals(station)).findFirst();
    if (place.isEmpty()) {
      return places.obstacle(station).or(() -> Optional.of(RefusalReason.STATION_IS_RECEPTION));
    }
    if (booking.station().equals(station)) {
      return places.obstacle(station);
    }
    boolean instead =
        place.get().fits(booking.needs())
            && places.obstacle(station).isEmpty()
            && booking.kind() != Booking.Kind.WORKSHOP
            && store.occupancy().isFree(station, now, booking.endsAt());
    return instead ? Optional.empty() : Optional.of(RefusalReason.TICKET_FOR_OTHER_STATION);
  }

  private static RefusalReason notFree(Booking booking, StationId station) {
    return booking.station().equals(station)
        ? RefusalReason.TICKET_NOT_YET
        : RefusalReason.TICKET_FOR_OTHER_STATION;
  }

  private Tickets.Seen seen(Booking booking, StationId station) {
    Instant now = now();
    Optional<QueuePlace> place = waiting.placeOf(booking.id());
    boolean waits = booking.state() == Booking.State.WAITING;
    return new Tickets.Seen(
        booking.ticket(),
        waits ? null : new Visits.Slot(booking.startsAt(), booking.length()),
        waits ? null : places.nameOf(booking.station()),
        waits ? place.orElse(null) : null,
        notHere(booking, station, now).orElse(null),
        waits ? null : booking.id());
  }
}
