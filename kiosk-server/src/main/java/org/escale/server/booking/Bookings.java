package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Time on stations: booked, taken, moved, given back. Thread-safe. */
public final class Bookings {

  private static final Logger log = LoggerFactory.getLogger(Bookings.class);

  /** Others may be faster at the nearest ones. */
  private static final int SPOTS_TRIED = 64;

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final FreeTime freeTime;
  private final BookingStore store;
  private final Places places;
  private final InstantSource clock;
  private final BookingListener listener;
  private final TicketDraw draw;

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

  /** A booking and the digits of its ticket. */
  public record Granted(Booking booking, TicketSecret secret) {

    @Override
    public String toString() {
      return "Granted[" + booking.id() + "]";
    }
  }

  /** A booking as the console lists it. */
  public record Line(Booking booking, String stationName) {}

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
    TicketSecret secret = draw.digitsOf(open, store, now());
    return new Granted(store.find(open.id()).orElse(open), secret);
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
    Optional<RefusalReason> refusal = refusal(slot, wanted);
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

  /** Somebody gives back what has not begun. Empty if there is no such thing any more. */
  public Optional<Booking> cancel(BookingId id) {
    return closeUnbegun(id, Booking.State.CANCELLED);
  }

  /** The centre cannot keep what has not begun. */
  public Optional<Booking> callOff(BookingId id) {
    return closeUnbegun(id, Booking.State.CALLED_OFF);
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

  public Optional<Booking> find(BookingId id) {
    return store.find(id);
  }

  /** The bookings and walk-ins of the centre's present day, by start. */
  public List<Line> today() {
    return on(freeTime.rules().dayOf(now()));
  }

  /** The bookings and walk-ins of this day, by start. */
  public List<Line> on(LocalDate day) {
    var zone = freeTime.rules().hours().zone();
    return store
        .touching(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant())
        .stream()
        .map(booking -> new Line(booking, places.nameOf(booking.station())))
        .toList();
  }

  /** On each station, the ticket that it waits for or soon will, if its slot begins by then. */
  public Map<StationId, Booking> heldUntil(Duration ahead) {
    Instant now = now();
    Map<StationId, Booking> held = new HashMap<>();
    for (Booking booking : store.touching(now, now.plus(ahead))) {
      if (booking.state() == Booking.State.HELD) {
        held.putIfAbsent(booking.station(), booking);
      }
    }
    return held;
  }

  /** Bookings that touch the last days, for whoever counts them. */
  public List<Booking> since(Instant from) {
    Duration ahead = ONE_DAY.multipliedBy(freeTime.rules().policy().daysAhead() + 2L);
    return store.touching(from, now().plus(ahead));
  }

  /** Bookings that wait for their visitor and that the opening hours have no place for any more. */
  public List<Booking> heldOutsideOpening() {
    BookingRules rules = freeTime.rules();
    return since(now()).stream()
        .filter(booking -> booking.state() == Booking.State.HELD)
        .filter(booking -> !rules.isOpenThroughout(booking.startsAt(), booking.endsAt()))
        .toList();
  }

  /** Forgets bookings that ended before this moment. */
  public int purge(Instant endedBefore) {
    return store.purge(endedBefore);
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Answer<Granted> book(
      StationId asker, UUID request, Instant start, FreeTime.Wanted wanted) {
    Optional<RefusalReason> refusal = refusal(new Visits.Slot(start, wanted.length()), wanted);
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

  private Optional<RefusalReason> refusal(Visits.Slot slot, FreeTime.Wanted wanted) {
    return freeTime.rules().refusesSlot(slot, now()).or(() -> freeTime.refusesPlace(wanted));
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
    return booking.isOpen() ? new Answer.Yes<>(withDigits(booking)) : new Answer.No<>(ifClosed);
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
}
