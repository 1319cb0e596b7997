package org.escale.server.staff.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.Frame;
import org.escale.server.platform.page.Place;
import org.escale.server.staff.FirstAdmin;
import org.escale.server.staff.SignIn;
import org.escale.server.staff.StaffSession;
import org.jspecify.annotations.Nullable;

/**
 * Lets only staff into the console. Everything is closed but what is listed here as open, and
 * nothing is changed without the session's token in the form or the header.
 */
public final class StaffGate implements Routes {

  static final String CSRF_FIELD = "csrf";
  static final String CSRF_HEADER = "X-CSRF-Token";

  private static final Set<String> OPEN =
      Set.of(
          "/login",
          "/setup",
          "/healthz",
          "/metrics",
          "/favicon.ico",
          // What the room's display shows to everybody, and nothing else.
          "/display",
          "/live/display",
          // What a visitor's telephone opens; it is asked for the code of her visit.
          "/apporter");
  private static final List<String> OPEN_BELOW =
      List.of("/station/", "/apporter/", "/assets/", "/webjars/");
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> ADMIN_ONLY =
      Arrays.stream(Place.values())
          .filter(place -> !place.openTo(false))
          .map(Place::path)
          .collect(Collectors.toUnmodifiableSet());

  private final SignIn signIn;
  private final FirstAdmin firstAdmin;

  public StaffGate(SignIn signIn, FirstAdmin firstAdmin) {
    this.signIn = signIn;
    this.firstAdmin = firstAdmin;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(this::check);
  }

  /** True while the session that this request came with is not over. */
  public boolean stillSignedIn(Context ctx) {
    return session(ctx).isPresent();
  }

  private void check(Context ctx) {
    if (isOpen(ctx.path())) {
      return;
    }
    Optional<StaffSession> session = session(ctx);
    if (session.isEmpty()) {
      sendToSignIn(ctx);
    } else if (isForbidden(ctx, session.get())) {
      throw new ForbiddenResponse();
    } else {
      remember(ctx, session.get());
    }
  }

  private static boolean isOpen(String path) {
    return OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
  }

  private Optional<StaffSession> session(Context ctx) {
    return Optional.ofNullable(StaffCookies.session(ctx)).flatMap(signIn::session);
  }

  private static boolean isForbidden(Context ctx, StaffSession session) {
    boolean changing = !READING.contains(ctx.method().name());
    return (changing && !carries(ctx, session.csrfToken()))
        || (!session.member().admin()
            && ADMIN_ONLY.contains(ctx.path().replaceAll("(?<=.)/+$", "")));
  }

  private static boolean carries(Context ctx, String csrfToken) {
    String sent = ctx.header(CSRF_HEADER);
    return matches(csrfToken, sent != null ? sent : ctx.formParam(CSRF_FIELD))
        && !"cross-site".equals(ctx.header("Sec-Fetch-Site"));
  }

  static boolean matches(String expected, @Nullable String sent) {
    return sent != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  private static void remember(Context ctx, StaffSession session) {
    ctx.attribute(StaffSession.ATTRIBUTE, session);
    Caller.remember(
        ctx,
        new Caller(
            new Frame.SignedIn(session.member().name(), session.member().admin()),
            session.csrfToken()));
  }

  /** A page is redirected; what a script asks for is refused, and told where to go. */
  private void sendToSignIn(Context ctx) {
    String page = firstAdmin.isMissing() ? "/setup" : "/login";
    String accept = ctx.header("Accept");
    if (ctx.header("HX-Request") != null) {
      ctx.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", page).result("sign in");
    } else if (accept != null && accept.startsWith("text/event-stream")) {
      ctx.status(HttpStatus.UNAUTHORIZED).result("sign in");
    } else {
      ctx.redirect(page, HttpStatus.SEE_OTHER);
    }
    ctx.skipRemainingHandlers();
  }
}
