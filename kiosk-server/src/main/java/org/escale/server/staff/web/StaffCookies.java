package org.escale.server.staff.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the browser of staff keeps: the session's token, and before that one for the first form. */
final class StaffCookies {

  /** Browsers take a cookie of this prefix only from this host itself and over TLS. */
  private static final String SESSION = "__Host-escale";

  private static final String FORM = "__Host-escale-form";
  private static final Duration FORM_LIFE = Duration.ofHours(1);

  static @Nullable String session(Context ctx) {
    return ctx.cookie(SESSION);
  }

  static void putSession(Context ctx, String token, Duration life) {
    put(ctx, SESSION, token, life);
  }

  static void dropSession(Context ctx) {
    put(ctx, SESSION, "", Duration.ZERO);
  }

  static @Nullable String form(Context ctx) {
    return ctx.cookie(FORM);
  }

  static void putForm(Context ctx, String token) {
    put(ctx, FORM, token, FORM_LIFE);
  }

  private static void put(Context ctx, String name, String value, Duration life) {
    ctx.cookie(
        new Cookie(name, value, "/", (int) life.toSeconds(), true, true, null, SameSite.STRICT));
  }

  private StaffCookies() {}
}
