package org.escale.server.opening.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.escale.server.opening.OpeningDesk;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.Place;

/** Where an admin decides what visitors may book, and for how long they are waited for. */
public final class PolicyPages implements Routes {

  private static final String PATH = "/opening/rules";
  private static final String TEMPLATE = "opening/rules.jte";

  private final OpeningDesk desk;
  private final AuditTrail audit;

  public PolicyPages(OpeningDesk desk, AuditTrail audit) {
    this.desk = desk;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::change);
  }

  private void show(Context ctx) {
    Caller.requireAdmin(ctx);
    ConsolePages.show(ctx, Place.OPENING, TEMPLATE, Map.of("form", PolicyForm.of(desk.policy())));
  }

  private void change(Context ctx) {
    Caller.requireAdmin(ctx);
    PolicyForm form = PolicyForm.read(ctx);
    if (form.hasFault()) {
      ConsolePages.showAgain(
          ctx,
          Place.OPENING,
          "Rien n’est encore enregistré : voyez les indications plus bas.",
          TEMPLATE,
          Map.of("form", form));
      return;
    }
    desk.change(form.policy());
    audit.note(ctx, "opening.rules", "");
    ConsolePages.goTo(ctx, PATH, Flash.done("Les règles sont enregistrées."));
  }
}
