package org.escale.server.staff.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.Throttle;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.FormFields;
import org.escale.server.staff.FirstAdmin;
import org.escale.server.staff.Passphrase;
import org.escale.server.staff.SetupRefusal;
import org.escale.server.staff.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first admin, for whoever has read the set-up code off the server. */
public final class SetupRoutes implements Routes {

  private static final Logger log = LoggerFactory.getLogger(SetupRoutes.class);

  private static final String TITLE = "Mise en route";
  private static final String TEMPLATE = "staff/setup.jte";
  private static final int MAX_TRIES = 10;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final FirstAdmin firstAdmin;
  private final SignIn signIn;
  private final Runnable afterwards;
  private final FormToken formToken;
  private final Throttle throttle;

  /**
   * @param afterwards done once there is an admin
   */
  public SetupRoutes(
      FirstAdmin firstAdmin, SignIn signIn, Runnable afterwards, InstantSource clock) {
    this.firstAdmin = firstAdmin;
    this.signIn = signIn;
    this.afterwards = afterwards;
    this.formToken = new FormToken(signIn);
    this.throttle = new Throttle(MAX_TRIES, WITHIN, clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/setup", this::form);
    routes.post("/setup", this::setUp);
  }

  private void form(Context ctx) {
    if (firstAdmin.isMissing()) {
      ConsolePages.showOutside(
          ctx, TITLE, formToken.forForm(ctx), TEMPLATE, Map.of("shortest", Passphrase.SHORTEST));
    } else {
      ConsolePages.goTo(ctx, "/login");
    }
  }

  private void setUp(Context ctx) {
    formToken.check(ctx);
    String name = FormFields.text(ctx, "name").strip();
    String passphrase = FormFields.text(ctx, "passphrase");
    if (!throttle.allows(ctx.ip())) {
      again(ctx, 429, name, "Trop d’essais. Attendez dix minutes, puis réessayez.");
    } else if (!passphrase.equals(FormFields.text(ctx, "again"))) {
      again(ctx, 422, name, "Les deux phrases de passe ne sont pas les mêmes.");
    } else {
      setUp(ctx, name, passphrase);
    }
  }

  private void setUp(Context ctx, String name, String passphrase) {
    switch (firstAdmin.setUp(FormFields.text(ctx, "code"), name, passphrase)) {
      case FirstAdmin.Outcome.Made(var admin) -> {
        log.info("The first admin is set up.");
        afterwards.run();
        SignInRoutes.enter(ctx, signIn.begin(admin));
      }
      case FirstAdmin.Outcome.Refused(var reason) -> {
        throttle.failed(ctx.ip());
        log.info("The set-up was refused: {}.", reason);
        again(ctx, 422, name, words(reason));
      }
    }
  }

  private static String words(SetupRefusal reason) {
    return switch (reason) {
      case DONE_BEFORE -> "La mise en route est déjà faite.";
      case CODE_UNKNOWN -> "Ce code n’est pas celui du serveur.";
      case CODE_EXPIRED ->
          "Ce code a plus d’un jour. Redémarrez le serveur pour en avoir un autre.";
      case NAME_NOT_USABLE -> "Choisissez un nom de 1 à 40 signes.";
      case PASSPHRASE_TOO_SHORT ->
          "Choisissez une phrase de passe d’au moins %d signes.".formatted(Passphrase.SHORTEST);
    };
  }

  private void again(Context ctx, int status, String name, String problem) {
    ctx.status(status);
    ConsolePages.showOutside(
        ctx,
        TITLE,
        formToken.forForm(ctx),
        problem,
        TEMPLATE,
        Map.of("name", name, "shortest", Passphrase.SHORTEST));
  }
}
