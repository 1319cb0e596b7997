package org.escale.server.staff.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.Throttle;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.FormFields;
import org.escale.server.staff.FirstAdmin;
import org.escale.server.staff.SignIn;
import org.escale.server.staff.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out. */
public final class SignInRoutes implements Routes {

  private static final Logger log = LoggerFactory.getLogger(SignInRoutes.class);

  private static final String TITLE = "Se connecter";
  private static final String TEMPLATE = "staff/login.jte";
  private static final int TRIES_PER_ACCOUNT = 5;
  private static final int TRIES_PER_ADDRESS = 20;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final SignIn signIn;
  private final FirstAdmin firstAdmin;
  private final FormToken formToken;
  private final Throttle byAccount;
  private final Throttle byAddress;

  public SignInRoutes(SignIn signIn, FirstAdmin firstAdmin, InstantSource clock) {
    this.signIn = signIn;
    this.firstAdmin = firstAdmin;
    this.formToken = new FormToken(signIn);
    this.byAccount = new Throttle(TRIES_PER_ACCOUNT, WITHIN, clock);
    this.byAddress = new Throttle(TRIES_PER_ADDRESS, WITHIN, clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/login", this::form);
    routes.post("/login", this::signIn);
    routes.post("/logout", this::signOut);
  }

  private void form(Context ctx) {
    if (firstAdmin.isMissing()) {
      ConsolePages.goTo(ctx, "/setup");
    } else {
      ConsolePages.showOutside(ctx, TITLE, formToken.forForm(ctx), TEMPLATE, Map.of());
    }
  }

  private void signIn(Context ctx) {
    formToken.check(ctx);
    String name = FormFields.text(ctx, "name").strip();
    String account = name.toLowerCase(Locale.ROOT);
    if (!byAccount.allows(account) || !byAddress.allows(ctx.ip())) {
      log.warn("Too many tries to sign in.");
      again(ctx, 429, name, "Trop d’essais. Attendez dix minutes, puis réessayez.");
      return;
    }
    Optional<SignedIn> signedIn = signIn.signIn(name, FormFields.text(ctx, "passphrase"));
    if (signedIn.isEmpty()) {
      byAccount.failed(account);
      byAddress.failed(ctx.ip());
      again(ctx, 401, name, "Ce nom et cette phrase de passe ne vont pas ensemble.");
      return;
    }
    byAccount.succeeded(account);
    enter(ctx, signedIn.get());
  }

  static void enter(Context ctx, SignedIn signedIn) {
    StaffCookies.putSession(ctx, signedIn.token(), SignIn.SESSION_LIFE);
    ConsolePages.goTo(ctx, "/");
  }

  private void again(Context ctx, int status, String name, String problem) {
    ctx.status(status);
    ConsolePages.showOutside(
        ctx, TITLE, formToken.forForm(ctx), problem, TEMPLATE, Map.of("name", name));
  }

  private void signOut(Context ctx) {
    String token = StaffCookies.session(ctx);
    if (token != null) {
      signIn.signOut(token);
    }
    StaffCookies.dropSession(ctx);
    ConsolePages.goTo(ctx, "/login");
  }
}
