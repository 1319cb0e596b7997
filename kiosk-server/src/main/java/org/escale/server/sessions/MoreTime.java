package org.escale.server.sessions;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.escale.protocol.BookingId;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Extensions;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.server.booking.Answer;
import org.escale.server.booking.BookedVisits;

/**
 * More time for a visitor who asks for it herself, as often as she wishes: while nobody waits whom
 * her station fits, and up to the next ticket and closing time. Thread-safe.
 */
public final class MoreTime {

  private final SessionStore store;
  private final SessionOrders sessionOrders;
  private final BookedVisits visits;
  private final OthersWaiting others;
  private final Supplier<Duration> step;

  /**
   * @param step how much one press gives, as the centre has decided
   */
  public MoreTime(
      SessionStore store,
      SessionOrders sessionOrders,
      BookedVisits visits,
      OthersWaiting others,
      Supplier<Duration> step) {
    this.store = store;
    this.sessionOrders = sessionOrders;
    this.visits = visits;
    this.others = others;
    this.step = step;
  }

  /** Whether this session of this station could have more time now. */
  public Extensions.Possible couldHave(StationId station, SessionId session) {
    Duration by = step.get();
    return refuses(station, session, by)
        .map(why -> new Extensions.Possible(null, why))
        .orElseGet(() -> new Extensions.Possible(by, null));
  }

  /**
   * Gives it. The command that tells the station carries the id of the request, so the same request
   * gives time once, also after a restart.
   */
  public synchronized Answer<Extensions.Granted> give(StationId station, Extensions.Wish wish) {
    CommandId command = new CommandId(wish.request());
    Optional<SentCommand> before = store.sent(command);
    if (before.isPresent()) {
      return again(before.get(), station, wish);
    }
    Duration by = step.get();
    Optional<RefusalReason> refusal = refuses(station, wish.session(), by);
    if (refusal.isPresent()) {
      return new Answer.No<>(refusal.get());
    }
    return switch (sessionOrders.extend(wish.session(), by, command)) {
      case Order.Sent _ -> new Answer.Yes<>(new Extensions.Granted(by));
      case Order.Refused(Order.Reason reason) -> {
        // Nothing was given: a repeat shall not say otherwise.
        store.settle(command, CommandOutcome.FAILED);
        yield new Answer.No<>(
            switch (reason) {
              case STATION_NOT_CONNECTED -> RefusalReason.STATION_NOT_CONNECTED;
              case SESSION_OVER -> RefusalReason.SESSION_OVER;
              case TIME_TAKEN -> RefusalReason.STATION_RESERVED;
            });
      }
    };
  }

  private Answer<Extensions.Granted> again(
      SentCommand before, StationId station, Extensions.Wish wish) {
    Duration by = before.by();
    boolean same =
        before.kind() == SentCommand.Kind.EXTEND
            && before.station().equals(station)
            && wish.session().equals(before.session());
    boolean given =
        store.outcomeOf(before.id()).filter(outcome -> outcome != CommandOutcome.DONE).isEmpty();
    return same && given && by != null
        ? new Answer.Yes<>(new Extensions.Granted(by))
        : new Answer.No<>(RefusalReason.SESSION_OVER);
  }

  private Optional<RefusalReason> refuses(StationId station, SessionId id, Duration by) {
    Optional<BookingId> booking =
        store
            .find(id)
            .filter(session -> session.station().equals(station))
            .filter(session -> session.state() == Session.State.RUNNING)
            .map(Session::booking);
    if (booking.isEmpty()) {
      return Optional.of(RefusalReason.SESSION_OVER);
    }
    return others.couldUse(station)
        ? Optional.of(RefusalReason.SOMEBODY_WAITS)
        : visits.refusesToProlong(booking.get(), by);
  }
}
