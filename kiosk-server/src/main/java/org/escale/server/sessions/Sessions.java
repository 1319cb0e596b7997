package org.escale.server.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.escale.protocol.BookingId;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Language;
import org.escale.protocol.Notice;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketProof;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.escale.protocol.WipeOrderId;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.Places;
import org.escale.server.booking.TicketDesk;
import org.escale.server.stations.CommandEnd;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What visitors and mediators do with a session: begin, extend, hide, end. Thread-safe. */
public final class Sessions {

  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final SessionStore store;
  private final Bookings bookings;
  private final TicketDesk desk;
  private final StationCommands stations;
  private final Places places;
  private final Setbacks setbacks;
  private final SecureRandom random;
  private final InstantSource clock;

  private final Lock unlocking = new ReentrantLock();

  /** Unlocks that are on their way; the link itself sends them again when it has to. */
  private final Set<CommandId> onTheirWay = ConcurrentHashMap.newKeySet();

  /** In memory alone: it says something about the visitor and nothing about the station. */
  private final Map<SessionId, Language> languages = new ConcurrentHashMap<>();

  public Sessions(
      SessionStore store,
      Bookings bookings,
      TicketDesk desk,
      StationCommands stations,
      Places places,
      Setbacks setbacks,
      SecureRandom random,
      InstantSource clock) {
    this.store = store;
    this.bookings = bookings;
    this.desk = desk;
    this.stations = stations;
    this.places = places;
    this.setbacks = setbacks;
    this.random = random;
    this.clock = clock;
  }

  /**
   * An open session as the console shows it.
   *
   * @param ticket null if the server does not know what it was granted for
   * @param endsAt when its time is over
   * @param language French if the server has restarted since it began
   */
  public record Line(
      Session session,
      @Nullable PublicTicket ticket,
      @Nullable Instant endsAt,
      Language language) {}

  /** A visitor takes this station now. The same request again unlocks the same session again. */
  public Answer<Visits.Granted> takeNow(StationId station, Visits.TakeNow wish) {
    return oneAfterAnother(
        () ->
            neverOpened(station)
                .orElseGet(() -> bookings.takeNow(station, wish.request()))
                .then(
                    granted -> unlock(granted.booking(), wish.language(), granted.secret(), true)));
  }

  /** A visitor begins her booked visit with the digits of her ticket. */
  public Answer<Visits.Granted> startBooked(StationId station, Visits.Start start) {
    return oneAfterAnother(
        () ->
            desk.redeem(station, start.ticket(), start.secret())
                .then(booking -> unlock(booking, start.language(), start.secret(), false)));
  }

  /**
   * A mediator opens a free station for a visitor without a booking.
   *
   * @param longest how long at most; less if the next ticket is waited for earlier
   */
  public Answer<Visits.Granted> unlockForWalkIn(
      StationId station, Language language, Duration longest) {
    return oneAfterAnother(
        () ->
            granted(station)
                .orElseGet(() -> bookings.takeNow(station, UUID.randomUUID(), longest))
                .then(granted -> unlock(granted.booking(), language, granted.secret(), true)));
  }

  /** A mediator lets the holder of this ticket begin now, without digits; she gets new ones. */
  public Answer<Visits.Granted> unlockForBooking(BookingId booking, Language language) {
    return oneAfterAnother(
        () ->
            bookings
                .beginFor(booking)
                .then(granted -> unlock(granted.booking(), language, granted.secret(), true)));
  }

  /** More time for a running session, unless it belongs to the next ticket. */
  public Order extend(SessionId id, Duration by) {
    return extend(id, by, CommandId.random());
  }

  /** The same by a command of this id. */
  Order extend(SessionId id, Duration by, CommandId command) {
    return whileRunning(
        id,
        session -> {
          BookingId booking = session.booking();
          if (booking == null || bookings.prolong(booking, by) instanceof Answer.No<Booking>) {
            return new Order.Refused(Order.Reason.TIME_TAKEN);
          }
          Command.Extend extend = new Command.Extend(command, id, by);
          Order order = tell(session.station(), extend, SentCommand.Kind.EXTEND, id, by);
          if (order instanceof Order.Refused) {
            bookings.shorten(booking, by);
          }
          return order;
        });
  }

  /**
   * Less time for a session that would last longer than this, because the centre closes; its
   * visitor is told so. The time is given back at once, whatever the station answers: nobody else
   * can have it.
   */
  public Order endBy(SessionId id, Instant closing) {
    return whileOpen(
        id,
        session -> {
          Optional<Booking> booking =
              Optional.ofNullable(session.booking())
                  .flatMap(bookings::find)
                  .filter(each -> each.endsAt().isAfter(closing));
          if (booking.isEmpty()) {
            return new Order.Refused(Order.Reason.SESSION_OVER);
          }
          Duration by = Duration.between(closing, booking.get().endsAt());
          bookings.shorten(booking.get().id(), by);
          Order order =
              tell(
                  session.station(),
                  new Command.Shorten(CommandId.random(), id, by),
                  SentCommand.Kind.SHORTEN,
                  id,
                  by);
          notify(id, Notice.CLOSES_EARLY);
          return order;
        });
  }

  public Order hide(SessionId id) {
    return whileRunning(
        id,
        session ->
            tell(
                session.station(),
                new Command.Hide(CommandId.random(), id),
                SentCommand.Kind.HIDE,
                id,
                null));
  }

  public Order end(SessionId id) {
    return whileOpen(
        id,
        session ->
            tell(
                session.station(),
                new Command.End(CommandId.random(), id),
                SentCommand.Kind.END,
                id,
                null));
  }

  /**
   * A station has opened after all, when its time was already given to others: nobody shall find it
   * open.
   */
  void endIfGivenUp(SessionId id, StationId station) {
    if (store.find(id).filter(s -> s.state() == Session.State.NOT_OPENED).isPresent()) {
      log.warn("Station {} opened too late; its session is ended.", station);
      tell(station, new Command.End(CommandId.random(), id), SentCommand.Kind.END, id, null);
    }
  }

  public Order outOfService(StationId station) {
    return tell(
        station,
        new Command.OutOfService(CommandId.random()),
        SentCommand.Kind.OUT_OF_SERVICE,
        null,
        null);
  }

  public Order inService(StationId station) {
    return tell(
        station,
        new Command.InService(CommandId.random(), WipeOrderId.random()),
        SentCommand.Kind.IN_SERVICE,
        null,
        null);
  }

  /**
   * Tells the visitor of a session something. Not followed up: what is not seen is said aloud.
   *
   * @return false if her station is not connected or her session is over
   */
  public boolean notify(SessionId id, Notice notice) {
    return store
        .find(id)
        .filter(Session::isOpen)
        .filter(
            session ->
                stations
                    .send(session.station(), new Command.Message(CommandId.random(), id, notice))
                    .isPresent())
        .isPresent();
  }

  public Optional<Session> find(SessionId id) {
    return store.find(id);
  }

  /** What became of an {@link Order.Sent}; empty while the station has not said. */
  public Optional<CommandOutcome> outcomeOf(CommandId command) {
    return store.outcomeOf(command);
  }

  /** The open session of each station that has one. */
  public Map<StationId, Line> open() {
    List<Session> open = store.open();
    languages.keySet().retainAll(open.stream().map(Session::id).toList());
    Map<StationId, Line> lines = new HashMap<>();
    open.forEach(session -> lines.put(session.station(), line(session)));
    return lines;
  }

  /** The ticket of an open session. */
  public Optional<PublicTicket> ticketOf(SessionId id) {
    return store.find(id).map(Session::booking).flatMap(bookings::find).map(Booking::ticket);
  }

  private Line line(Session session) {
    Optional<Booking> booking = Optional.ofNullable(session.booking()).flatMap(bookings::find);
    return new Line(
        session,
        booking.map(Booking::ticket).orElse(null),
        booking.map(Booking::endsAt).orElse(null),
        languages.getOrDefault(session.id(), Language.FRENCH));
  }

  private Optional<Session> openAt(StationId station) {
    return store.open().stream().filter(session -> session.station().equals(station)).findFirst();
  }

  /** What this station was last granted, if it has not said that it opened. */
  private Optional<Answer<Bookings.Granted>> granted(StationId station) {
    return openAt(station)
        .filter(session -> session.state() == Session.State.GRANTED)
        .map(Session::booking)
        .flatMap(bookings::find)
        .filter(Booking::isOpen)
        .map(booking -> new Answer.Yes<>(bookings.withDigits(booking)));
  }

  /**
   * The same, if it was a walk-in whose unlock is no longer on its way: it was lost, perhaps with
   * the server that sent it. Whoever stands at the station now has that time.
   */
  private Optional<Answer<Bookings.Granted>> neverOpened(StationId station) {
    return openAt(station)
        .filter(Session::isWalkIn)
        .filter(session -> !onTheirWay.contains(session.unlock()))
        .flatMap(_ -> granted(station));
  }

  /** Between a session that is granted and its unlock that is sent, nobody else may look. */
  private <T> T oneAfterAnother(Supplier<T> work) {
    unlocking.lock();
    try {
      return work.get();
    } finally {
      unlocking.unlock();
    }
  }

  /**
   * Begins the session of this booking, unless it has one that is opening or running.
   *
   * @param show whether the visitor is to be shown the digits; false if she typed them
   */
  private Answer<Visits.Granted> unlock(
      Booking booking, Language language, TicketSecret digits, boolean show) {
    Session wanted = Session.granted(booking, now());
    Session session = store.grant(wanted);
    if (session.state() == Session.State.RUNNING || onTheirWay.contains(session.unlock())) {
      return new Answer.Yes<>(new Visits.Granted(session.id()));
    }
    if (!session.id().equals(wanted.id())) {
      return insteadOf(session, wanted).then(fresh -> send(fresh, booking, language, digits, show));
    }
    return send(session, booking, language, digits, show);
  }

  /** An earlier unlock was never confirmed. If the station is free, it was never carried out. */
  private Answer<Session> insteadOf(Session unconfirmed, Session wanted) {
    Optional<RefusalReason> obstacle = places.obstacle(unconfirmed.station());
    if (obstacle.isPresent()) {
      return new Answer.No<>(obstacle.get());
    }
    store.notOpened(unconfirmed.id(), now());
    return new Answer.Yes<>(store.grant(wanted));
  }

  private Answer<Visits.Granted> send(
      Session session, Booking booking, Language language, TicketSecret digits, boolean show) {
    Duration granted = Duration.between(now(), booking.endsAt());
    if (!granted.isPositive()) {
      return new Answer.No<>(RefusalReason.TICKET_UNKNOWN);
    }
    Command.Unlock unlock =
        new Command.Unlock(
            session.unlock(),
            session.id(),
            granted,
            language,
            session.wipeOrder(),
            booking.ticket(),
            TicketProof.of(digits, random),
            show ? digits : null);
    if (!onTheirWay.add(unlock.id())) {
      return new Answer.Yes<>(new Visits.Granted(session.id()));
    }
    languages.put(session.id(), language);
    Order order = tell(session.station(), unlock, SentCommand.Kind.UNLOCK, session.id(), null);
    return switch (order) {
      case Order.Sent _ -> new Answer.Yes<>(new Visits.Granted(session.id()));
      case Order.Refused _ -> {
        onTheirWay.remove(unlock.id());
        store.notOpened(session.id(), now());
        bookings.notOpened(booking.id());
        yield new Answer.No<>(RefusalReason.STATION_NOT_CONNECTED);
      }
    };
  }

  private Order tell(
      StationId station,
      Command command,
      SentCommand.Kind kind,
      @Nullable SessionId session,
      @Nullable Duration by) {
    setbacks.forget(station);
    store.sent(new SentCommand(command.id(), station, kind, session, by, now()));
    Optional<CompletableFuture<CommandEnd>> end = stations.send(station, command);
    if (end.isPresent()) {
      var _ = end.get().thenAccept(what -> ended(command.id(), station, kind, what));
    }
    return end.isPresent()
        ? new Order.Sent(command.id())
        : new Order.Refused(Order.Reason.STATION_NOT_CONNECTED);
  }

  /** What the station answers is settled with its report, which outlives a restart. */
  private void ended(CommandId command, StationId station, SentCommand.Kind kind, CommandEnd end) {
    onTheirWay.remove(command);
    switch (end) {
      case CommandEnd.NotConnected _, CommandEnd.NotConfirmed _ ->
          setbacks.note(station, new Setback(kind, null));
      case CommandEnd.Answered _ -> {}
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Order whileRunning(SessionId id, Function<Session, Order> order) {
    return whileOpen(
        id,
        session ->
            session.state() == Session.State.RUNNING
                ? order.apply(session)
                : new Order.Refused(Order.Reason.SESSION_OVER));
  }

  private Order whileOpen(SessionId id, Function<Session, Order> order) {
    return store
        .find(id)
        .filter(Session::isOpen)
        .map(order)
        .orElseGet(() -> new Order.Refused(Order.Reason.SESSION_OVER));
  }
}
