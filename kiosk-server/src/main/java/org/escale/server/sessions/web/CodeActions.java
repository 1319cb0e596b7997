package org.escale.server.sessions.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;
import org.escale.server.booking.Answer;
import org.escale.server.live.RoomChanges;
import org.escale.server.live.VisitLengths;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.words.RefusalWords;
import org.escale.server.sessions.UnlockCodes;
import org.escale.server.sessions.UnlockCodes.Issued;
import org.escale.server.sessions.UnlockCodes.Opens;

/** A mediator makes a code to be typed at a station, from its card; the card shows it. */
public final class CodeActions implements Routes {

  private static final String ROOM = "/";

  private final UnlockCodes codes;
  private final RoomChanges changes;
  private final AuditTrail audit;

  public CodeActions(UnlockCodes codes, RoomChanges changes, AuditTrail audit) {
    this.codes = codes;
    this.changes = changes;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/stations/{station}/code", this::issue);
    routes.post("/stations/{station}/code/withdraw", this::withdraw);
  }

  private void issue(Context ctx) {
    StationId station = station(ctx);
    switch (codes.issue(station, opens(ctx))) {
      case Answer.Yes<Issued> _ -> {
        audit.note(ctx, "station.unlock-code", station.toString());
        changes.announce();
        ConsolePages.goTo(ctx, ROOM);
      }
      case Answer.No<Issued>(var reason) ->
          ConsolePages.goTo(ctx, ROOM, Flash.refused(RefusalWords.of(reason)));
    }
  }

  private void withdraw(Context ctx) {
    StationId station = station(ctx);
    codes.withdraw(station);
    audit.note(ctx, "station.unlock-code-withdrawn", station.toString());
    changes.announce();
    ConsolePages.goTo(ctx, ROOM);
  }

  /** A station that is kept opens for its ticket. */
  private static Opens opens(Context ctx) {
    String booking = ctx.formParam("booking");
    return booking == null
        ? new Opens.WalkIn(Duration.ofMinutes(FormFields.minutes(ctx, VisitLengths.OFFERED)))
        : new Opens.Booked(FormFields.read(booking, BookingId::of));
  }

  private static StationId station(Context ctx) {
    return FormFields.read(ctx.pathParam("station"), StationId::of);
  }
}
