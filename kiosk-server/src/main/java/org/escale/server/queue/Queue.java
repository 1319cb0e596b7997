package org.escale.server.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.BookingListener;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.FreeTime;
import org.escale.server.booking.HeldBookings;
import org.escale.server.booking.Places;
import org.escale.server.booking.WaitingLine;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, in order of arrival, and who is called to which station. Each step is one durable
 * change of one booking, so a server that dies goes on where it was. Thread-safe; never to be
 * called from within a write.
 */
public final class Queue implements WaitingLine {

  /** A mediator can put somebody back into the queue for this long after she was called. */
  private static final Duration CAME_LATE = Duration.ofHours(1);

  private static final Duration SAID_IN = Duration.ofMinutes(5);

  private final FreeTime freeTime;
  private final BookingStore store;
  private final Bookings bookings;
  private final HeldBookings heldBookings;
  private final BookingDiary diary;
  private final Places places;
  private final InstantSource clock;
  private final BookingListener listener;
  private final Outlook outlook;
  private final NeedsOfTheCalled needsOfTheCalled = new NeedsOfTheCalled(CAME_LATE);

  public Queue(
      FreeTime freeTime,
      BookingStore store,
      Bookings bookings,
      HeldBookings heldBookings,
      BookingDiary diary,
      Places places,
      InstantSource clock,
      BookingListener listener) {
    this.freeTime = freeTime;
    this.store = store;
    this.bookings = bookings;
    this.heldBookings = heldBookings;
    this.diary = diary;
    this.places = places;
    this.clock = clock;
    this.listener = listener;
    this.outlook = new Outlook(freeTime, store, places);
  }

  /**
   * A visitor for whom no station is free waits for one. The same request again gets the same
   * ticket again.
   */
  public Answer<Queueing.Joined> join(StationId asker, Queueing.Join wish) {
    Optional<Booking> before = store.answered(asker, wish.request());
    Optional<RefusalReason> refusal = before.isPresent() ? Optional.empty() : refuses(wish);
    if (refusal.isPresent()) {
      return new Answer.No<>(refusal.get());
    }
    return bookings
        .waitInLine(asker, wish.request(), wish.length(), wish.needs())
        .then(
            granted ->
                new Answer.Yes<>(
                    new Queueing.Joined(
                        granted.booking().ticket(),
                        granted.secret(),
                        // Called already, if it waits no more.
                        placeOf(granted.booking().id())
                            .orElseGet(() -> new QueuePlace(1, Duration.ZERO)))));
  }

  @Override
  public Optional<QueuePlace> placeOfANewcomer() {
    Instant now = now();
    FreeTime.Wanted usual = FreeTime.Wanted.anywhere(freeTime.rules().policy().slotLength());
    if (!freeTime.rules().hours().isOpenAt(now) || freeTime.refusesPlace(usual).isPresent()) {
      return Optional.empty();
    }
    List<QueueRules.Waiting> line = inLine();
    if (!leftFree(line, now).isEmpty()) {
      return Optional.empty();
    }
    BookingId newcomer = BookingId.random();
    List<QueueRules.Waiting> all = new ArrayList<>(line);
    all.add(new QueueRules.Waiting(newcomer, usual.needs(), usual.length()));
    Map<BookingId, Instant> expected = QueueRules.expected(all, outlook.prospects(now));
    return Optional.of(new QueuePlace(all.size(), wait(expected.get(newcomer), now)));
  }

  @Override
  public Optional<QueuePlace> placeOf(BookingId booking) {
    return line().stream()
        .filter(each -> each.booking().id().equals(booking))
        .map(InLine::place)
        .findFirst();
  }

  /** Somebody who waits, and where she stands. */
  public record InLine(Booking booking, QueuePlace place) {}

  /** Who waits, in order of arrival. */
  public List<InLine> line() {
    Instant now = now();
    List<Booking> waiting = store.waiting();
    Map<BookingId, Instant> expected =
        waiting.isEmpty()
            ? Map.of()
            : QueueRules.expected(
                waiting.stream().map(Queue::asWaiting).toList(), outlook.prospects(now));
    List<InLine> line = new ArrayList<>();
    for (Booking booking : waiting) {
      QueuePlace place = new QueuePlace(line.size() + 1, wait(expected.get(booking.id()), now));
      line.add(new InLine(booking, place));
    }
    return line;
  }

  /** The tickets that wait, in order of arrival. */
  public List<PublicTicket> tickets() {
    return store.waiting().stream().map(Booking::ticket).toList();
  }

  /**
   * A ticket of the queue with a station, by the name on it.
   *
   * @param keptUntil when others may have the station
   */
  public record Called(Booking booking, String stationName, Instant keptUntil) {}

  /** Whom stations are kept for, the latest call first. */
  public List<Called> called() {
    Instant now = now();
    return store.touching(now, now.plusSeconds(1)).reversed().stream()
        .filter(booking -> booking.kind() == Booking.Kind.QUEUED)
        .filter(booking -> booking.state() == Booking.State.HELD)
        .map(this::asCalled)
        .toList();
  }

  /** Who was called within the last hour and did not come, the latest call first. */
  public List<Called> notCome() {
    Instant now = now();
    Instant since = now.minus(CAME_LATE);
    return store.touching(since, now.plusSeconds(1)).reversed().stream()
        .filter(booking -> booking.kind() == Booking.Kind.QUEUED)
        .filter(booking -> booking.state() == Booking.State.NOT_SHOWN)
        .filter(booking -> booking.startsAt().isAfter(since))
        .map(this::asCalled)
        .toList();
  }

  /** The tickets that the centre could not keep today and whose time is not over. */
  public List<Booking> calledOff() {
    Instant now = now();
    return diary.today().stream()
        .map(BookingDiary.Line::booking)
        .filter(booking -> booking.state() == Booking.State.CALLED_OFF)
        .filter(booking -> booking.endsAt().isAfter(now))
        .toList();
  }

  /** The stations that anybody can take now and that nobody waits for. */
  public List<Places.Place> free() {
    return leftFree(inLine(), now());
  }

  /** The stations that somebody can be called to now. */
  public List<Places.Place> freeToCall() {
    return outlook.free(now());
  }

  /** When the centre opens next; empty while it is open. */
  public Optional<Instant> opensAt() {
    var hours = freeTime.rules().hours();
    Instant now = now();
    return hours.isOpenAt(now) ? Optional.empty() : hours.nextOpening(now);
  }

  public boolean isOpen() {
    return freeTime.rules().hours().isOpenAt(now());
  }

  /** Whether somebody waits whom this station fits. */
  public boolean isWanted(StationId station) {
    return places.bookablePlaces().stream()
        .filter(place -> place.station().equals(station))
        .anyMatch(place -> store.waiting().stream().anyMatch(each -> place.fits(each.needs())));
  }

  /**
   * Keeps each free station for the first in line whom it fits, and sends home whoever still waits
   * when the centre has closed. May be called at will; does nothing if there is nothing to do.
   *
   * @return how many were called
   */
  public synchronized int callNext() {
    Instant now = now();
    takeBackFromLostStations();
    endAtClosing(now);
    List<QueueRules.Waiting> line = inLine();
    if (line.isEmpty()) {
      return 0;
    }
    int called = 0;
    for (QueueRules.Call call : QueueRules.calls(line, outlook.free(now))) {
      if (callTo(call.ticket(), call.place().station()) instanceof Answer.Yes<Booking>) {
        called++;
      }
    }
    return called;
  }

  /** Calls this ticket to this station; a mediator may pass over others. */
  public synchronized Answer<Booking> callTo(BookingId id, StationId station) {
    Optional<Booking> waiting =
        store.find(id).filter(booking -> booking.state() == Booking.State.WAITING);
    if (waiting.isEmpty()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    Instant now = now();
    return freeTime
        .walkIn(station, waiting.get().length(), now)
        .then(visit -> call(waiting.get(), station, now, visit));
  }

  /** Somebody does not want to wait any longer, or has left. */
  public Optional<Booking> takeOut(BookingId id) {
    return heldBookings.cancel(id);
  }

  /** Who was called and came late waits again where she stood. */
  public synchronized Optional<Booking> putBack(BookingId id) {
    Optional<Booking> back = store.comeBack(id, needsOfTheCalled.of(id));
    back.ifPresent(_ -> listener.changed());
    return back;
  }

  private Answer<Booking> call(
      Booking waiting, StationId station, Instant now, Visits.WalkIn visit) {
    needsOfTheCalled.remember(waiting, now);
    Optional<Booking> called = store.call(waiting.id(), station, now, visit.until());
    called.ifPresent(_ -> listener.changed());
    return called
        .<Answer<Booking>>map(Answer.Yes::new)
        .orElseGet(() -> new Answer.No<>(RefusalReason.STATION_RESERVED));
  }

  private Optional<RefusalReason> refuses(Queueing.Join wish) {
    Instant now = now();
    if (!freeTime.rules().policy().slotLengths().contains(wish.length())) {
      return Optional.of(RefusalReason.SLOT_LENGTH_NOT_OFFERED);
    }
    if (!freeTime.rules().hours().isOpenAt(now)) {
      return Optional.of(RefusalReason.CENTRE_CLOSED);
    }
    if (places.bookablePlaces().stream().noneMatch(place -> place.fits(wish.needs()))) {
      return Optional.of(RefusalReason.NO_STATION_FITS);
    }
    return leftFree(inLine(), now).stream().anyMatch(place -> place.fits(wish.needs()))
        ? Optional.of(RefusalReason.STATION_IS_FREE)
        : Optional.empty();
  }

  /** A ticket is good for the opening in which it was drawn. */
  private void endAtClosing(Instant now) {
    var open = freeTime.rules().hours().around(now);
    for (Booking booking : store.waiting()) {
      if (open.filter(stretch -> !booking.startsAt().isBefore(stretch.opens())).isEmpty()) {
        heldBookings.callOff(booking.id());
      }
    }
  }

  /** A station that was lost after the call keeps nobody waiting. */
  private void takeBackFromLostStations() {
    for (Called each : called()) {
      if (isLost(each.booking().station())) {
        store.waitAgain(each.booking().id());
        listener.changed();
      }
    }
  }

  private Called asCalled(Booking booking) {
    Duration held = freeTime.rules().policy().heldForQueue();
    return new Called(booking, places.nameOf(booking.station()), booking.startsAt().plus(held));
  }

  private boolean isLost(StationId station) {
    return places.bookablePlaces().stream().noneMatch(place -> place.station().equals(station))
        || places
            .obstacle(station)
            .filter(why -> why == RefusalReason.STATION_NOT_CONNECTED)
            .isPresent();
  }

  private List<Places.Place> leftFree(List<QueueRules.Waiting> line, Instant now) {
    List<Places.Place> free = new ArrayList<>(outlook.free(now));
    QueueRules.calls(line, free).forEach(call -> free.remove(call.place()));
    return free;
  }

  private List<QueueRules.Waiting> inLine() {
    return store.waiting().stream().map(Queue::asWaiting).toList();
  }

  private static QueueRules.Waiting asWaiting(Booking booking) {
    return new QueueRules.Waiting(booking.id(), booking.needs(), booking.length());
  }

  /** In steps of five minutes, rather too long than too short. */
  private static @Nullable Duration wait(@Nullable Instant expected, Instant now) {
    if (expected == null) {
      return null;
    }
    long step = SAID_IN.toSeconds();
    long seconds = Duration.between(now, expected).toSeconds();
    return Duration.ofSeconds(Math.ceilDiv(seconds, step) * step);
  }

  /** Whole seconds are what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
