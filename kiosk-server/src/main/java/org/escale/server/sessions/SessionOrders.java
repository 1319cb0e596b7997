package org.escale.server.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.escale.protocol.BookingId;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.Notice;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeOrderId;
import org.escale.server.booking.Answer;
import org.escale.server.booking.BookedVisits;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What mediators and rules do with an open session: extend, shorten, hide, end. Thread-safe. */
public final class SessionOrders {

  private static final Logger log = LoggerFactory.getLogger(SessionOrders.class);

  private final SessionStore store;
  private final BookedVisits visits;
  private final BookingDiary diary;
  private final StationCommands stations;
  private final SentOrders orders;

  public SessionOrders(
      SessionStore store,
      BookedVisits visits,
      BookingDiary diary,
      StationCommands stations,
      SentOrders orders) {
    this.store = store;
    this.visits = visits;
    this.diary = diary;
    this.stations = stations;
    this.orders = orders;
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
          if (booking == null || visits.prolong(booking, by) instanceof Answer.No<Booking>) {
            return new Order.Refused(Order.Reason.TIME_TAKEN);
          }
          Command.Extend extend = new Command.Extend(command, id, by);
          Order order = orders.tell(session.station(), extend, SentCommand.Kind.EXTEND, id, by);
          if (order instanceof Order.Refused) {
            visits.shorten(booking, by);
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
                  .flatMap(diary::find)
                  .filter(each -> each.endsAt().isAfter(closing));
          if (booking.isEmpty()) {
            return new Order.Refused(Order.Reason.SESSION_OVER);
          }
          Duration by = Duration.between(closing, booking.get().endsAt());
          visits.shorten(booking.get().id(), by);
          Order order =
              orders.tell(
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
            orders.tell(
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
            orders.tell(
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
      orders.tell(station, new Command.End(CommandId.random(), id), SentCommand.Kind.END, id, null);
    }
  }

  public Order outOfService(StationId station) {
    return orders.tell(
        station,
        new Command.OutOfService(CommandId.random()),
        SentCommand.Kind.OUT_OF_SERVICE,
        null,
        null);
  }

  public Order inService(StationId station) {
    return orders.tell(
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
