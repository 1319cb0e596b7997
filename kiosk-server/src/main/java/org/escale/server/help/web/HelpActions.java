package org.escale.server.help.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.escale.protocol.HelpRequestId;
import org.escale.server.help.HelpDesk;
import org.escale.server.help.HelpRequest;
import org.escale.server.live.RoomChanges;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;

/** A mediator says "I go there" and "it is done". */
public final class HelpActions implements Routes {

  private final HelpDesk desk;
  private final RoomChanges changes;
  private final AuditTrail audit;

  public HelpActions(HelpDesk desk, RoomChanges changes, AuditTrail audit) {
    this.desk = desk;
    this.changes = changes;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/help/{request}/take", this::take);
    routes.post("/help/{request}/close", this::close);
  }

  private void take(Context ctx) {
    HelpRequestId id = request(ctx);
    String tooLate = "Quelqu’un s’en occupe déjà, ou la demande est retirée.";
    answer(ctx, desk.take(id), "help.take", tooLate);
  }

  private void close(Context ctx) {
    HelpRequestId id = request(ctx);
    answer(ctx, desk.close(id), "help.close", "Cette demande est déjà fermée.");
  }

  private void answer(Context ctx, Optional<HelpRequest> moved, String action, String tooLate) {
    if (moved.isPresent()) {
      changes.announce();
      audit.note(ctx, action, moved.get().id().toString());
      ConsolePages.goTo(ctx, back(ctx));
    } else {
      ConsolePages.goTo(ctx, back(ctx), Flash.refused(tooLate));
    }
  }

  /** Both the room and the queue show calls; nobody is sent anywhere else. */
  private static String back(Context ctx) {
    return Place.ROOM.path().equals(ctx.formParam("back")) ? Place.ROOM.path() : Place.HELP.path();
  }

  private static HelpRequestId request(Context ctx) {
    return FormFields.read(ctx.pathParam("request"), HelpRequestId::of);
  }
}
