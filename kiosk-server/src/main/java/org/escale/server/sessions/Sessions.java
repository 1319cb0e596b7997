package org.escale.server.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.escale.protocol.BookingId;
import org.escale.protocol.Command;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketProof;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.BookedVisits;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.Granted;
import org.escale.server.booking.Places;
import org.escale.server.booking.TicketDesk;

/** Sessions begin: with a walk-in, a ticket, or by a mediator. Thread-safe. */
public final class Sessions {

  private final SessionStore store;
  private final Bookings bookings;
  private final BookedVisits visits;
  private final BookingDiary diary;
  private final TicketDesk desk;
  private final Places places;
  private final OpenSessions open;
  private final SentOrders orders;
  private final SecureRandom random;
  private final InstantSource clock;

  private final Lock unlocking = new ReentrantLock();

  public Sessions(
      SessionStore store,
      Bookings bookings,
      BookedVisits visits,
      BookingDiary diary,
      TicketDesk desk,
      Places places,
      OpenSessions open,
      SentOrders orders,
      SecureRandom random,
      InstantSource clock) {
    this.store = store;
    this.bookings = bookings;
    this.visits = visits;
    this.diary = diary;
    this.desk = desk;
    this.places = places;
    this.open = open;
    this.orders = orders;
    this.random = random;
    this.clock = clock;
  }

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
            visits
                .beginFor(booking)
                .then(granted -> unlock(granted.booking(), language, granted.secret(), true)));
  }

  /** What this station was last granted, if it has not said that it opened. */
  private Optional<Answer<Granted>> granted(StationId station) {
    return open.openAt(station)
        .filter(session -> session.state() == Session.State.GRANTED)
        .map(Session::booking)
        .flatMap(diary::find)
        .filter(Booking::isOpen)
        .map(booking -> new Answer.Yes<>(visits.withDigits(booking)));
  }

  /**
   * The same, if it was a walk-in whose unlock is no longer on its way: it was lost, perhaps with
   * the server that sent it. Whoever stands at the station now has that time.
   */
  private Optional<Answer<Granted>> neverOpened(StationId station) {
    return open.openAt(station)
        .filter(Session::isWalkIn)
        .filter(session -> !orders.isOnItsWay(session.unlock()))
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
    if (session.state() == Session.State.RUNNING || orders.isOnItsWay(session.unlock())) {
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
    open.speaks(session.id(), language);
    Optional<Order> order = orders.unlock(session.station(), unlock);
    if (order.filter(each -> each instanceof Order.Refused).isPresent()) {
      store.notOpened(session.id(), now());
      visits.notOpened(booking.id());
      return new Answer.No<>(RefusalReason.STATION_NOT_CONNECTED);
    }
    return new Answer.Yes<>(new Visits.Granted(session.id()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
