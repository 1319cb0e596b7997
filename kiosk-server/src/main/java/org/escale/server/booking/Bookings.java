package org.escale.server.booking;

import java.security.SecureRandom;
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
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked about time on a station: offered, booked, taken, given back. Thread-safe. */
public final class Bookings {

  private static final Logger log = LoggerFactory.getLogger(Bookings.class);
  private static final int SLOTS_OFFERED = 8;
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final BookingSettings settings;
  private final BookingRules rules;
  private final BookingStore store;
  private final Places places;
  private final InstantSource clock;
  private final BookingListener listener;
  private final TicketDraw draw;

  public Bookings(
      BookingSettings settings,
      BookingStore store,
      Places places,
      InstantSource clock,
      SecureRandom random,
      BookingListener listener) {
    this.settings = settings;
    this.rules = new BookingRules(settings);
    this.store = store;
    this.places = places;
    this.clock = clock;
    this.listener = listener;
    this.draw = new TicketDraw(random);
  }

  /** A booking whose visit may begin, and the digits of its ticket. */
  public record Granted(Booking booking, TicketSecret secret) {

    @Override
    public String toString() {
      return "Granted[" + booking.id() + "]";
    }
  }

  /** A booking as the console lists it. */
  public record Line(Booking booking, String stationName) {}

  /** What this station can offer now. */
  public Visits.Offer offer(StationId station) {
    Instant now = now();
    return switch (walkInEnd(station, now, settings.usualLength())) {
      case Answer.Yes<Instant>(Instant end) ->
          new Visits.Offer(wholeMinutes(Duration.between(now, end)), freeSlots(now));
      case Answer.No<Instant>(RefusalReason _) -> new Visits.Offer(null, freeSlots(now));
    };
  }

  /** Takes a slot, on this station if it is free then, else on another. */
  public Answer<Visits.Booked> book(StationId asker, Visits.Book wish) {
    Optional<Booking> before = store.answered(asker, wish.request());
    if (before.isPresent()) {
      return answerAgain(before.get(), RefusalReason.SLOT_JUST_TAKEN).then(this::asBooked);
    }
    Optional<RefusalReason> refusal = rules.refusesSlot(wish.slot(), now());
    if (refusal.isPresent()) {
      return new Answer.No<>(refusal.get());
    }
    return take(
            asker,
            wish.request(),
            Booking.Kind.BOOKED,
            candidates(asker),
            new OpeningHours.Stretch(
                wish.slot().start(), wish.slot().start().plus(wish.slot().length())))
        .then(this::asBooked);
  }

  /** Takes this station from now on. Whoever asks begins the visit. */
  public Answer<Granted> takeNow(StationId station, UUID request) {
    return takeNow(station, request, settings.usualLength());
  }

  /** The same for at most this long: the next ticket's time is not given away. */
  public Answer<Granted> takeNow(StationId station, UUID request, Duration longest) {
    Optional<Booking> before = store.answered(station, request);
    if (before.isPresent()) {
      return answerAgain(before.get(), RefusalReason.STATION_BUSY);
    }
    Instant now = now();
    return walkInEnd(station, now, longest)
        .then(
            end ->
                take(
                    station,
                    request,
                    Booking.Kind.WALK_IN,
                    List.of(station),
                    new OpeningHours.Stretch(now, end)));
  }

  /**
   * A mediator lets the holder of this ticket begin now, however early: a visit begun before the
   * slot lasts as long as the slot. The ticket gets new digits, to be shown to its holder.
   */
  public Answer<Granted> beginFor(BookingId id) {
    Instant now = now();
    Optional<Booking> held = store.find(id).filter(Booking::isOpen);
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
        rules.isTooEarly(booking, now)
            ? now.plus(Duration.between(booking.startsAt(), booking.endsAt()))
            : booking.endsAt();
    Optional<Booking> begun =
        now.isBefore(end) ? store.begin(id, now, end) : Optional.<Booking>empty();
    if (begun.isEmpty()) {
      return new Answer.No<>(RefusalReason.STATION_RESERVED);
    }
    listener.changed();
    draw.renewed(begun.get(), store, now);
    return new Answer.Yes<>(withDigits(begun.get()));
  }

  /**
   * An open booking with the digits to show to its holder; new ones if the old are forgotten, so
   * its proof may be another than before.
   */
  public Granted withDigits(Booking open) {
    TicketSecret secret = draw.digitsOf(open, store, now());
    return new Granted(store.find(open.id()).orElse(open), secret);
  }

  /** A visit under way gets more time, if nobody else has it. */
  public Answer<Booking> prolong(BookingId id, Duration by) {
    Optional<Booking> begun = store.find(id).filter(b -> b.state() == Booking.State.BEGUN);
    if (begun.isEmpty()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    return store.moveEnd(id, begun.get().endsAt().plus(by))
        ? new Answer.Yes<>(begun.get())
        : new Answer.No<>(RefusalReason.STATION_RESERVED);
  }

  /** Takes back what {@link #prolong} gave. */
  public void shorten(BookingId id, Duration by) {
    store
        .find(id)
        .filter(Booking::isOpen)
        .ifPresent(booking -> store.moveEnd(id, booking.endsAt().minus(by)));
  }

  /** A mediator gives a slot back that has not begun. Empty if there is no such slot any more. */
  public Optional<Booking> cancel(BookingId id) {
    return store
        .find(id)
        .filter(booking -> booking.state() == Booking.State.HELD)
        .flatMap(booking -> close(id, Booking.State.CANCELLED));
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
      case BOOKED -> {
        store.beginAgain(id);
        listener.changed();
      }
    }
  }

  /** Gives slots to others whose visitor has not come. To be called about once a minute. */
  public int releaseNoShows() {
    Instant now = now();
    int released = 0;
    for (Booking booking : store.touching(now.minus(Duration.ofDays(1)), now.plusNanos(1))) {
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
    LocalDate day = LocalDate.ofInstant(now(), settings.zone());
    return store
        .touching(
            day.atStartOfDay(settings.zone()).toInstant(),
            day.plusDays(1).atStartOfDay(settings.zone()).toInstant())
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
    return store.touching(from, now().plus(settings.furthestAhead()).plus(ONE_DAY));
  }

  /** Forgets bookings that ended before this moment. */
  public int purge(Instant endedBefore) {
    return store.purge(endedBefore);
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Answer<Granted> take(
      StationId asker,
      UUID request,
      Booking.Kind kind,
      List<StationId> candidates,
      OpeningHours.Stretch stretch) {
    Instant now = now();
    TicketDraw.Digits digits = draw.digitsFor(asker, request, now);
    BookingStore.Wish wish =
        new BookingStore.Wish(
            asker,
            request,
            kind,
            candidates,
            stretch.opens(),
            stretch.closes(),
            draw.shuffled(),
            digits.proof());
    RefusalReason notFree =
        switch (kind) {
          case BOOKED -> RefusalReason.SLOT_JUST_TAKEN;
          case WALK_IN -> RefusalReason.STATION_RESERVED;
        };
    return switch (store.take(wish, now)) {
      case BookingStore.Taking.Taken(Booking booking) -> {
        draw.remember(booking.id(), digits, now);
        tellOf(booking);
        yield new Answer.Yes<>(new Granted(booking, digits.secret()));
      }
      case BookingStore.Taking.Repeated(Booking booking) -> {
        draw.remember(booking.id(), digits, now);
        yield answerAgain(booking, notFree);
      }
      case BookingStore.Taking.NoneFree() -> new Answer.No<>(notFree);
      case BookingStore.Taking.NoTicketLeft() -> {
        log.warn("More visits close together than there are tickets: one more was refused");
        yield new Answer.No<>(notFree);
      }
    };
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
            new Visits.Slot(
                booking.startsAt(), Duration.between(booking.startsAt(), booking.endsAt())),
            places.nameOf(booking.station())));
  }

  private Optional<Booking> close(BookingId id, Booking.State as) {
    Optional<Booking> closed = store.close(id, as);
    if (closed.isPresent()) {
      listener.changed();
    }
    return closed;
  }

  private Answer<Instant> walkInEnd(StationId station, Instant now, Duration longest) {
    Optional<RefusalReason> obstacle = places.obstacle(station);
    if (obstacle.isPresent()) {
      return new Answer.No<>(obstacle.get());
    }
    Set<QuarterHour> taken = store.taken(now, now.plus(longest)).getOrDefault(station, Set.of());
    return rules.visitEnd(now, longest, taken);
  }

  private List<Visits.Slot> freeSlots(Instant now) {
    Instant latest = now.plus(settings.furthestAhead()).plus(settings.usualLength());
    Map<StationId, Set<QuarterHour>> taken = store.taken(now, latest);
    List<Places.Place> bookable = places.bookablePlaces();
    return rules.slotsAfter(now).stream()
        .filter(slot -> bookable.stream().anyMatch(place -> isFree(slot, place, taken)))
        .limit(SLOTS_OFFERED)
        .toList();
  }

  private static boolean isFree(
      Visits.Slot slot, Places.Place place, Map<StationId, Set<QuarterHour>> taken) {
    Set<QuarterHour> takenHere = taken.getOrDefault(place.station(), Set.of());
    return QuarterHour.touchedBy(slot.start(), slot.start().plus(slot.length())).stream()
        .noneMatch(takenHere::contains);
  }

  private List<StationId> candidates(StationId first) {
    List<StationId> candidates = new ArrayList<>();
    for (Places.Place place : places.bookablePlaces()) {
      if (place.station().equals(first)) {
        candidates.addFirst(first);
      } else {
        candidates.add(place.station());
      }
    }
    return candidates;
  }

  private static Duration wholeMinutes(Duration length) {
    return Duration.ofMinutes(length.toMinutes());
  }
}
