package org.escale.server.sessions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Report;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.WipeReceipt;
import org.escale.server.booking.BookedVisits;
import org.escale.server.stations.ReportListener;
import org.jspecify.annotations.Nullable;

/**
 * What stations say about their sessions. Every report may come again and changes nothing then:
 * time on the station is given back first, and only then is the session marked.
 */
public final class SessionReports implements ReportListener {

  private final SessionStore store;
  private final BookedVisits visits;
  private final SessionOrders sessionOrders;
  private final Setbacks setbacks;
  private final InstantSource clock;

  public SessionReports(
      SessionStore store,
      BookedVisits visits,
      SessionOrders sessionOrders,
      Setbacks setbacks,
      InstantSource clock) {
    this.store = store;
    this.visits = visits;
    this.sessionOrders = sessionOrders;
    this.setbacks = setbacks;
    this.clock = clock;
  }

  @Override
  public void take(StationId station, Report report) {
    switch (report) {
      case Report.SessionStarted started -> {
        setbacks.forget(station);
        sessionOrders.endIfGivenUp(started.session(), station);
        store.started(started.session(), station, seconds(started.startedAt()));
      }
      case Report.SessionEnded ended ->
          end(
              ended.session(),
              station,
              seconds(ended.startedAt()),
              seconds(ended.startedAt().plus(ended.used())));
      case Report.Wiped(var _, WipeReceipt receipt) -> wiped(receipt, station);
      case Report.CommandResult result -> settle(result);
      case Report.StateChanged changed -> endWhatIsGone(station, changed);
      case Report.HelpAsked _, Report.HelpCancelled _, Report.EmergencyCodeUsed _ -> {
        // The help desk's, and the printed codes'.
      }
    }
  }

  private void end(SessionId id, StationId station, Instant startedAt, Instant endedAt) {
    store.find(id).map(Session::booking).ifPresent(visits::ended);
    store.ended(id, station, startedAt, endedAt);
  }

  /** What was erased is over, even if its end was never heard of. */
  private void wiped(WipeReceipt receipt, StationId station) {
    SessionId id = receipt.session();
    if (id == null || !receipt.clean()) {
      return;
    }
    store.find(id).filter(Session::isOpen).ifPresent(session -> endNow(session, station));
    store.wiped(id, now());
  }

  /** A station that waits for visitors has no session running. */
  private void endWhatIsGone(StationId station, Report.StateChanged changed) {
    if (changed.state() != StationStateName.LOCKED) {
      return;
    }
    store.open().stream()
        .filter(session -> session.station().equals(station))
        .filter(session -> session.state() == Session.State.RUNNING)
        .filter(session -> !session.id().equals(changed.session()))
        .forEach(session -> endNow(session, station));
  }

  private void endNow(Session session, StationId station) {
    Instant startedAt = session.startedAt() == null ? session.grantedAt() : session.startedAt();
    end(session.id(), station, startedAt, now());
  }

  private void settle(Report.CommandResult result) {
    Optional<SentCommand> first = store.settle(result.command(), result.outcome());
    if (first.isEmpty() || result.outcome() == CommandOutcome.DONE) {
      return;
    }
    SentCommand command = first.get();
    setbacks.note(command.station(), new Setback(command.kind(), result.outcome()));
    Optional<Session> session = Optional.ofNullable(command.session()).flatMap(store::find);
    switch (command.kind()) {
      case UNLOCK -> session.filter(Session::isOpen).ifPresent(this::notOpened);
      case EXTEND -> takeBack(session.map(Session::booking).orElse(null), command);
      case SHORTEN, HIDE, END, OUT_OF_SERVICE, IN_SERVICE -> {
        // Nothing was granted, so there is nothing to take back.
      }
    }
  }

  private void notOpened(Session session) {
    if (session.booking() != null) {
      visits.notOpened(session.booking());
    }
    store.notOpened(session.id(), now());
  }

  private void takeBack(@Nullable BookingId booking, SentCommand extension) {
    if (booking != null && extension.by() != null) {
      visits.shorten(booking, extension.by());
    }
  }

  private Instant now() {
    return seconds(clock.instant());
  }

  private static Instant seconds(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }
}
