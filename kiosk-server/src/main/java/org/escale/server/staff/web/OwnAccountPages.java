package org.escale.server.staff.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.Throttle;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.staff.OwnPassphrase;
import org.escale.server.staff.Passphrase;
import org.escale.server.staff.StaffMember;
import org.escale.server.staff.StaffSession;

/** One's own account, for everybody of staff: another passphrase. */
public final class OwnAccountPages implements Routes {

  private static final String PATH = "/account";
  private static final String TITLE = "Votre compte";
  private static final String TEMPLATE = "staff/own-account.jte";
  private static final int TRIES = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final OwnPassphrase own;
  private final Throttle throttle;

  public OwnAccountPages(OwnPassphrase own, InstantSource clock) {
    this.own = own;
    this.throttle = new Throttle(TRIES, WITHIN, clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.post(PATH + "/passphrase", this::change);
  }

  private void show(Context ctx) {
    ConsolePages.show(ctx, TITLE, TEMPLATE, values(self(ctx)));
  }

  private void change(Context ctx) {
    StaffMember self = self(ctx);
    String next = FormFields.text(ctx, "passphrase");
    if (!throttle.allows(self.id().toString())) {
      again(ctx, self, "Trop d’essais. Attendez dix minutes, puis réessayez.");
    } else if (!next.equals(FormFields.text(ctx, "again"))) {
      again(ctx, self, "Les deux nouvelles phrases de passe ne sont pas les mêmes.");
    } else {
      change(ctx, self, next);
    }
  }

  private void change(Context ctx, StaffMember self, String next) {
    String here = Objects.requireNonNull(StaffCookies.session(ctx), "signed in without a session");
    Optional<OwnPassphrase.Refusal> refusal =
        own.change(self, FormFields.text(ctx, "present"), next, here);
    if (refusal.isEmpty()) {
      throttle.succeeded(self.id().toString());
      ConsolePages.goTo(ctx, PATH, Flash.done("Votre phrase de passe est changée."));
      return;
    }
    if (refusal.get() == OwnPassphrase.Refusal.PRESENT_ONE_WRONG) {
      throttle.failed(self.id().toString());
    }
    again(ctx, self, words(refusal.get()));
  }

  private static String words(OwnPassphrase.Refusal refusal) {
    return switch (refusal) {
      case PRESENT_ONE_WRONG -> "Ce n’est pas votre phrase de passe actuelle.";
      case TOO_SHORT ->
          "Choisissez une phrase de passe d’au moins %d signes.".formatted(Passphrase.SHORTEST);
    };
  }

  private static void again(Context ctx, StaffMember self, String problem) {
    ConsolePages.showAgain(ctx, TITLE, problem, TEMPLATE, values(self));
  }

  private static Map<String, ?> values(StaffMember self) {
    return Map.of(
        "name",
        self.name(),
        "role",
        AccountPages.View.of(self.role()),
        "shortest",
        Passphrase.SHORTEST);
  }

  private static StaffMember self(Context ctx) {
    return StaffSession.of(ctx.attribute(StaffSession.ATTRIBUTE)).member();
  }
}
