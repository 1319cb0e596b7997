package org.escale.server.help;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Notice;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Report;
import org.escale.protocol.StationId;
import org.escale.server.sessions.OpenSessions;
import org.escale.server.sessions.SessionOrders;
import org.jspecify.annotations.Nullable;

/** Who waits for a mediator, and what the mediators have done about it. Thread-safe. */
public final class HelpDesk {

  private final HelpStore store;
  private final OpenSessions openSessions;
  private final SessionOrders sessionOrders;
  private final InstantSource clock;

  public HelpDesk(
      HelpStore store,
      OpenSessions openSessions,
      SessionOrders sessionOrders,
      InstantSource clock) {
    this.store = store;
    this.openSessions = openSessions;
    this.sessionOrders = sessionOrders;
    this.clock = clock;
  }

  /**
   * A call as the console shows it.
   *
   * @param ticket null if the server does not know the session's ticket
   */
  public record Line(HelpRequest request, @Nullable PublicTicket ticket) {}

  /** What stations say; a report that comes again changes nothing. */
  public void take(StationId station, Report report) {
    switch (report) {
      case Report.HelpAsked asked -> store.ask(request(station, asked));
      case Report.HelpCancelled cancelled -> cancel(cancelled.request());
      case Report.SessionEnded ended -> store.sessionOver(ended.session());
      case Report.StateChanged _,
          Report.SessionStarted _,
          Report.Wiped _,
          Report.EmergencyCodeUsed _,
          Report.CommandResult _ -> {
        // Says nothing about help.
      }
    }
  }

  /** Open calls, the longest waiting first. */
  public List<Line> queue() {
    return store.open().stream()
        .map(request -> new Line(request, openSessions.ticketOf(request.session()).orElse(null)))
        .toList();
  }

  /**
   * A mediator goes to the visitor, who is told so.
   *
   * @return empty if nobody waits with this call any more, or another mediator has taken it
   */
  public Optional<HelpRequest> take(HelpRequestId id) {
    Optional<HelpRequest> taken =
        store.move(id, HelpRequest.State.WAITING, HelpRequest.State.TAKEN);
    taken.ifPresent(request -> sessionOrders.notify(request.session(), Notice.HELP_IS_COMING));
    return taken;
  }

  /**
   * The visitor has been helped, and the station is told so.
   *
   * @return empty if the call was closed before
   */
  public Optional<HelpRequest> close(HelpRequestId id) {
    Optional<HelpRequest> done =
        store
            .move(id, HelpRequest.State.TAKEN, HelpRequest.State.DONE)
            .or(() -> store.move(id, HelpRequest.State.WAITING, HelpRequest.State.DONE));
    done.ifPresent(request -> sessionOrders.notify(request.session(), Notice.HELP_DONE));
    return done;
  }

  /** Forgets calls that were asked before this moment; their count stays. */
  public int purge(Instant askedBefore) {
    return store.purge(askedBefore);
  }

  private HelpRequest request(StationId station, Report.HelpAsked asked) {
    return new HelpRequest(
        asked.request(),
        asked.session(),
        station,
        asked.reason(),
        HelpRequest.State.WAITING,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private void cancel(HelpRequestId id) {
    if (store.move(id, HelpRequest.State.WAITING, HelpRequest.State.CANCELLED).isEmpty()) {
      store.move(id, HelpRequest.State.TAKEN, HelpRequest.State.CANCELLED);
    }
  }
}
