package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Time on stations is booked or taken, and a place in the queue too. Thread-safe. */
public final class Bookings {

  private static final Logger log = LoggerFactory.getLogger(Bookings.class);

  /** Others may be faster at the nearest ones. */
  private static final int SPOTS_TRIED = 64;

  private final FreeTime freeTime;
  private final BookingStore store;
  private final Places places;
  private final InstantSource clock;
  private final TicketDraw draw;
  private final BookingListener listener;

  public Bookings(
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

  /** Takes a slot, on this station if it is free then, else on another that fits. */
  public Answer<Visits.Booked> book(StationId asker, Visits.Book wish) {
    FreeTime.Wanted wanted =
        new FreeTime.Wanted(wish.slot().length(), wish.needs(), wish.station());
    return book(asker, wish.request(), wish.slot().start(), wanted).then(this::asBooked);
  }

  /** Takes the next slot that fits, wherever and whenever that is. */
  public Answer<Visits.Booked> bookNext(StationId asker, UUID request, FreeTime.Wanted wanted) {
    boolean offered = freeTime.rules().policy().slotLengths().contains(wanted.length());
    Optional<RefusalReason> refusal =
        offered
            ? freeTime.refusesPlace(wanted)
            : Optional.of(RefusalReason.SLOT_LENGTH_NOT_OFFERED);
    List<BookingStore.Spot> spots =
        refusal.isPresent() ? List.of() : freeTime.nextSpots(wanted, asker, now(), SPOTS_TRIED);
    RefusalReason ifNone = refusal.orElse(RefusalReason.SLOT_JUST_TAKEN);
    return takeSlot(asker, request, spots, wanted, ifNone).then(this::asBooked);
  }

  /**
   * The same as {@link #book} at the desk: a mediator books for somebody and tells her the digits.
   *
   * @param request the same again gets the same booking again
   */
  public Answer<Visits.Booked> bookAtTheDesk(UUID request, Instant start, FreeTime.Wanted wanted) {
    return book(new StationId(request), request, start, wanted).then(this::asBooked);
  }

  /**
   * A ticket in the queue, for a visit of this length; it takes no time of any station.
   *
   * @param asker the same request of the same station again gets the same ticket again
   */
  public Answer<Granted> waitInLine(
      StationId asker, UUID request, Duration length, Set<StationTrait> needs) {
    Optional<Booking> before = store.answered(asker, request);
    if (before.isPresent()) {
      return answerAgain(before.get(), RefusalReason.TICKET_UNKNOWN);
    }
    Instant now = now();
    return take(
        asker,
        request,
        Booking.Kind.QUEUED,
        List.of(new BookingStore.Spot(asker, now, now.plus(length))),
        needs);
  }

  /**
   * The same stretch on each of these stations, a seat each, or nothing at all.
   *
   * @return the seats in the order of the stations, or that one of them is not free
   */
  public Answer<List<Granted>> reserveTogether(
      List<StationId> stations, Instant startsAt, Instant endsAt) {
    Instant now = now();
    List<TicketDraw.Digits> digits = stations.stream().map(_ -> draw.freshDigits()).toList();
    List<BookingStore.Wish> wishes = new ArrayList<>();
    for (int i = 0; i < stations.size(); i++) {
      StationId station = stations.get(i);
      wishes.add(
          new BookingStore.Wish(
              station,
              UUID.randomUUID(),
              Booking.Kind.WORKSHOP,
              List.of(new BookingStore.Spot(station, startsAt, endsAt)),
              Set.of(),
              draw.shuffled(),
              digits.get(i).sealed()));
    }
    List<Booking> seats = store.takeTogether(wishes);
    if (seats.isEmpty()) {
      return new Answer.No<>(RefusalReason.SLOT_JUST_TAKEN);
    }
    listener.changed();
    List<Granted> granted = new ArrayList<>();
    for (int i = 0; i < seats.size(); i++) {
      draw.remember(seats.get(i).id(), digits.get(i), now);
      granted.add(new Granted(seats.get(i), digits.get(i).secret()));
    }
    return new Answer.Yes<>(List.copyOf(granted));
  }

  /** Which of these stations are not free throughout this stretch. */
  public List<StationId> taken(List<StationId> stations, Instant from, Instant to) {
    return stations.stream()
        .filter(station -> !store.occupancy().isFree(station, from, to))
        .toList();
  }

  /** Takes this station from now on. Whoever asks begins the visit. */
  public Answer<Granted> takeNow(StationId station, UUID request) {
    return takeNow(station, request, freeTime.rules().policy().slotLength());
  }

  /** The same for at most this long: the next ticket's time is not given away. */
  public Answer<Granted> takeNow(StationId station, UUID request, Duration longest) {
    Optional<Booking> before = store.answered(station, request);
    if (before.isPresent()) {
      return answerAgain(before.get(), RefusalReason.STATION_BUSY);
    }
    Instant now = now();
    return freeTime
        .walkIn(station, longest, now)
        .then(
            walkIn ->
                take(
                    station,
                    request,
                    Booking.Kind.WALK_IN,
                    List.of(new BookingStore.Spot(station, now, walkIn.until())),
                    Set.of()));
  }

  private Answer<Granted> book(
      StationId asker, UUID request, Instant start, FreeTime.Wanted wanted) {
    Optional<RefusalReason> refusal =
        freeTime.refuses(new Visits.Slot(start, wanted.length()), wanted, now());
    Instant end = start.plus(wanted.length());
    List<BookingStore.Spot> spots =
        refusal.isPresent() ? List.of() : freeTime.spots(start, end, wanted, asker);
    return takeSlot(asker, request, spots, wanted, refusal.orElse(RefusalReason.SLOT_JUST_TAKEN));
  }

  /** What cannot be had now may have been had by this same request. */
  private Answer<Granted> takeSlot(
      StationId asker,
      UUID request,
      List<BookingStore.Spot> spots,
      FreeTime.Wanted wanted,
      RefusalReason ifNone) {
    if (!spots.isEmpty()) {
      return take(asker, request, Booking.Kind.BOOKED, spots, wanted.needs());
    }
    return store
        .answered(asker, request)
        .map(before -> answerAgain(before, ifNone))
        .orElseGet(() -> new Answer.No<>(ifNone));
  }

  private Answer<Granted> take(
      StationId asker,
      UUID request,
      Booking.Kind kind,
      List<BookingStore.Spot> spots,
      Set<StationTrait> needs) {
    Instant now = now();
    TicketDraw.Digits digits = draw.digitsFor(asker, request, now);
    BookingStore.Wish wish =
        new BookingStore.Wish(asker, request, kind, spots, needs, draw.shuffled(), digits.sealed());
    return switch (store.take(wish)) {
      case BookingStore.Taking.Taken(Booking booking) -> {
        draw.remember(booking.id(), digits, now);
        tellOf(booking);
        yield new Answer.Yes<>(new Granted(booking, digits.secret()));
      }
      case BookingStore.Taking.Repeated(Booking booking) -> {
        draw.remember(booking.id(), digits, now);
        yield answerAgain(booking, notFree(kind));
      }
      case BookingStore.Taking.NoneFree() -> new Answer.No<>(notFree(kind));
      case BookingStore.Taking.NoTicketLeft() -> {
        log.warn("More visits close together than there are tickets: one more was refused");
        yield new Answer.No<>(RefusalReason.NO_TICKET_LEFT);
      }
    };
  }

  private static RefusalReason notFree(Booking.Kind kind) {
    return kind == Booking.Kind.WALK_IN
        ? RefusalReason.STATION_RESERVED
        : RefusalReason.SLOT_JUST_TAKEN;
  }

  private void tellOf(Booking booking) {
    if (booking.kind() == Booking.Kind.BOOKED) {
      listener.booked(booking);
    }
    listener.changed();
  }

  private Answer<Granted> answerAgain(Booking booking, RefusalReason ifClosed) {
    return booking.isOpen()
        ? new Answer.Yes<>(draw.granted(booking, store, now()))
        : new Answer.No<>(ifClosed);
  }

  private Answer<Visits.Booked> asBooked(Granted granted) {
    Booking booking = granted.booking();
    return new Answer.Yes<>(
        new Visits.Booked(
            booking.id(),
            booking.ticket(),
            granted.secret(),
            new Visits.Slot(booking.startsAt(), booking.length()),
            places.nameOf(booking.station())));
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
