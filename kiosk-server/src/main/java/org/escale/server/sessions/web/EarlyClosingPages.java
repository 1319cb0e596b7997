package org.escale.server.sessions.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.server.platform.http.MalformedRequestException;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.sessions.EarlyClosing;
import org.jspecify.annotations.Nullable;

/** Where a mediator closes the room early today: first whom it concerns, then the deed. */
public final class EarlyClosingPages implements Routes {

  private static final String PATH = "/closing";

  private final EarlyClosing closing;
  private final AuditTrail audit;
  private final ZoneId zone;

  public EarlyClosingPages(EarlyClosing closing, AuditTrail audit, ZoneId zone) {
    this.closing = closing;
    this.audit = audit;
    this.zone = zone;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::close);
  }

  private void show(Context ctx) {
    String asked = ctx.queryParam("at");
    Instant at = asked == null ? null : moment(asked);
    List<Instant> choices = closing.choices();
    EarlyClosing.Affected affected =
        at == null || !choices.contains(at) ? null : closing.affectedBy(at);
    ClosingView view = new ClosingView(zone, choices, at, affected, null);
    show(ctx, view);
  }

  private void close(Context ctx) {
    Instant at = moment(FormFields.text(ctx, "at"));
    Optional<EarlyClosing.Done> done = closing.closeAt(at);
    if (done.isEmpty()) {
      ConsolePages.goTo(
          ctx, PATH, Flash.refused("Cette heure n’est plus possible. Choisissez-en une autre."));
      return;
    }
    audit.note(ctx, "opening.close-early", at.toString());
    show(ctx, new ClosingView(zone, closing.choices(), at, done.get().affected(), done.get()));
  }

  private static void show(Context ctx, ClosingView view) {
    ConsolePages.show(ctx, Place.BOOKINGS, "bookings/closing.jte", Map.of("view", view));
  }

  private static Instant moment(@Nullable String text) {
    try {
      return Instant.parse(text == null ? "" : text);
    } catch (DateTimeException _) {
      throw new MalformedRequestException();
    }
  }
}
