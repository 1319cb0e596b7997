package org.escale.server.workshops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Report;
import org.escale.protocol.StationId;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.BookingListener;
import org.escale.server.booking.BookingRules;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.Granted;
import org.escale.server.booking.HeldBookings;
import org.escale.server.booking.Places;
import org.escale.server.opening.Opening;
import org.escale.server.opening.Stretch;
import org.escale.server.sessions.OpenSessions;
import org.escale.server.sessions.Session;
import org.escale.server.sessions.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * What mediators do with workshops: plan, hold, open, cancel. All stations of a date are reserved
 * together or not at all. Thread-safe.
 */
public final class Workshops {

  private final WorkshopStore store;
  private final Bookings bookings;
  private final HeldBookings heldBookings;
  private final BookingDiary diary;
  private final Sessions sessions;
  private final OpenSessions openSessions;
  private final Places places;
  private final Opening opening;
  private final HeldWorkshops counts;
  private final BookingListener listener;
  private final InstantSource clock;

  public Workshops(
      WorkshopStore store,
      Bookings bookings,
      HeldBookings heldBookings,
      BookingDiary diary,
      Sessions sessions,
      OpenSessions openSessions,
      Places places,
      Opening opening,
      HeldWorkshops counts,
      BookingListener listener,
      InstantSource clock) {
    this.store = store;
    this.bookings = bookings;
    this.heldBookings = heldBookings;
    this.diary = diary;
    this.sessions = sessions;
    this.openSessions = openSessions;
    this.places = places;
    this.opening = opening;
    this.counts = counts;
    this.listener = listener;
    this.clock = clock;
  }

  /** Says of each date of this plan whether it could be had. Keeps nothing. */
  public List<Outlook> lookAt(Plan plan) {
    return plan.dates(opening.hours().zone()).stream()
        .map(when -> outlook(plan.stations(), when))
        .toList();
  }

  /**
   * Keeps the dates of this plan that can be had, and says what became of each. A plan that was
   * kept before is not kept again.
   *
   * @return as many as the plan has dates; none if it was kept before
   */
  public List<Outlook> keep(Plan plan) {
    if (store.find(plan.id()).isPresent()) {
      return List.of();
    }
    List<Outlook> kept = new ArrayList<>();
    for (Outlook looked : lookAt(plan)) {
      kept.add(looked instanceof Outlook.Possible(Stretch when) ? keep(plan, when) : looked);
    }
    listener.changed();
    return kept;
  }

  /** The workshops that have a date yet to come or under way, the next first. */
  public List<Workshop> coming() {
    return store.endingAfter(now());
  }

  public Optional<Workshop> find(WorkshopId id) {
    return store.find(id);
  }

  /** How a seat stands. */
  public enum SeatState {
    RESERVED,
    OPEN,
    /** Its visit is over, nobody came, or it was given back. */
    OVER
  }

  /**
   * A seat at this moment.
   *
   * @param ticket null once its booking is forgotten
   */
  public record SeatNow(
      Workshop.Seat seat, String stationName, @Nullable PublicTicket ticket, SeatState state) {}

  public List<SeatNow> seatsOf(Workshop.Date date) {
    return date.seats().stream().map(this::now).toList();
  }

  /** A station that a workshop can be planned on. */
  public record StationChoice(StationId id, String name) {}

  public List<StationChoice> stations() {
    return places.bookablePlaces().stream()
        .map(place -> new StationChoice(place.station(), place.name()))
        .toList();
  }

  public String nameOf(StationId station) {
    return places.nameOf(station);
  }

  /** From when on this date's stations can be opened. */
  public Instant opensFrom(Workshop.Date date) {
    return date.startsAt().minus(BookingRules.EARLIEST_START);
  }

  public boolean canOpen(Workshop.Date date) {
    Instant now = now();
    return date.state() != Workshop.State.CANCELLED
        && !now.isBefore(opensFrom(date))
        && !date.isOver(now);
  }

  /** What became of one seat that was to be opened. */
  public record Opened(String stationName, Optional<RefusalReason> refusal) {}

  /** Opens every seat of this date that waits for its visitor. */
  public List<Opened> openTogether(Workshop.Date date, Language language) {
    return date.seats().stream()
        .filter(seat -> isHeld(seat.booking()))
        .map(seat -> open(seat, language))
        .toList();
  }

  /** Opens one seat. */
  public Opened open(Workshop.Seat seat, Language language) {
    Answer<Visits.Granted> answer = sessions.unlockForBooking(seat.booking(), language);
    return new Opened(
        places.nameOf(seat.station()),
        switch (answer) {
          case Answer.Yes<Visits.Granted> _ -> Optional.empty();
          case Answer.No<Visits.Granted>(RefusalReason reason) -> Optional.of(reason);
        });
  }

  /**
   * Gives back the seats of this date that nobody has begun at.
   *
   * @return false if it is not to come any more
   */
  public boolean cancel(Workshop.Date date) {
    if (date.isOver(now()) || !store.settle(date.id(), Workshop.State.CANCELLED)) {
      return false;
    }
    date.seats().forEach(seat -> heldBookings.cancel(seat.booking()));
    return true;
  }

  /**
   * Cancels every date that is still to come.
   *
   * @return how many
   */
  public int cancelSeries(Workshop workshop) {
    return (int) workshop.dates().stream().filter(this::cancel).count();
  }

  /** What remains of a cancelling that was stopped half-way. */
  public void finishCancelling() {
    store.endingAfter(now()).stream()
        .flatMap(workshop -> workshop.dates().stream())
        .filter(date -> date.state() == Workshop.State.CANCELLED)
        .flatMap(date -> date.seats().stream())
        .filter(seat -> isHeld(seat.booking()))
        .forEach(seat -> heldBookings.cancel(seat.booking()));
  }

  /**
   * Somebody took part: the workshop was held, and is counted once. To be told before the session
   * forgets its booking.
   */
  public void take(StationId station, Report report) {
    if (report instanceof Report.SessionEnded ended
        && ended.used().compareTo(Session.SHORTEST_VISIT) >= 0) {
      openSessions
          .find(ended.session())
          .map(Session::booking)
          .flatMap(store::withSeat)
          .ifPresent(this::held);
    }
  }

  /** Forgets which seats old dates had. */
  public int purge(Instant endedBefore) {
    return store.purge(endedBefore);
  }

  private void held(Workshop.Date date) {
    counts.held(date.id(), date.startsAt());
    store.settle(date.id(), Workshop.State.HELD);
  }

  /** Seats and date are one change: there are never seats of no workshop. */
  private Outlook keep(Plan plan, Stretch when) {
    return store.together(
        () -> {
          Answer<List<Granted>> seats =
              bookings.reserveTogether(plan.stations(), when.opens(), when.closes());
          return switch (seats) {
            case Answer.Yes<List<Granted>>(var granted) -> {
              store.keep(workshop(plan));
              store.keep(plan.id(), date(when, granted));
              yield new Outlook.Possible(when);
            }
            case Answer.No<List<Granted>> _ ->
                new Outlook.Taken(
                    when, bookings.taken(plan.stations(), when.opens(), when.closes()));
          };
        });
  }

  private static Workshop workshop(Plan plan) {
    return new Workshop(
        plan.id(), plan.title(), plan.level(), plan.theme(), plan.stations().size(), List.of());
  }

  private static Workshop.Date date(Stretch when, List<Granted> granted) {
    return new Workshop.Date(
        WorkshopDateId.random(),
        when.opens(),
        when.closes(),
        Workshop.State.PLANNED,
        granted.stream()
            .map(Granted::booking)
            .map(booking -> new Workshop.Seat(booking.station(), booking.id()))
            .toList());
  }

  private Outlook outlook(List<StationId> stations, Stretch when) {
    if (when.opens().isBefore(now())) {
      return new Outlook.Past(when);
    }
    Optional<Stretch> open = opening.hours().around(when.opens());
    if (open.filter(each -> each.contains(when.opens(), when.closes())).isEmpty()) {
      return new Outlook.Closed(when);
    }
    Set<StationId> bookable =
        places.bookablePlaces().stream().map(Places.Place::station).collect(Collectors.toSet());
    List<StationId> gone = stations.stream().filter(each -> !bookable.contains(each)).toList();
    if (!gone.isEmpty()) {
      return new Outlook.NoSuchStation(when, gone);
    }
    List<StationId> taken = bookings.taken(stations, when.opens(), when.closes());
    return taken.isEmpty() ? new Outlook.Possible(when) : new Outlook.Taken(when, taken);
  }

  private SeatNow now(Workshop.Seat seat) {
    Optional<Booking> booking = diary.find(seat.booking());
    return new SeatNow(
        seat,
        places.nameOf(seat.station()),
        booking.map(Booking::ticket).orElse(null),
        booking.map(each -> stateOf(each.state())).orElse(SeatState.OVER));
  }

  private static SeatState stateOf(Booking.State state) {
    return switch (state) {
      case WAITING, HELD -> SeatState.RESERVED;
      case BEGUN -> SeatState.OPEN;
      case ENDED, CANCELLED, CALLED_OFF, NOT_SHOWN -> SeatState.OVER;
    };
  }

  private boolean isHeld(BookingId booking) {
    return diary.find(booking).filter(each -> each.state() == Booking.State.HELD).isPresent();
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** How long a workshop can be asked to last. */
  public static List<Duration> lengths() {
    return List.of(
        Duration.ofMinutes(60),
        Duration.ofMinutes(90),
        Duration.ofMinutes(120),
        Duration.ofMinutes(180),
        Duration.ofMinutes(240));
  }
}
