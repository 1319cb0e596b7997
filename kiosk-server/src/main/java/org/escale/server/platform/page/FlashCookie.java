package org.escale.server.platform.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Flash} over one redirect, in the browser itself. */
final class FlashCookie {

  private static final String NAME = "flash";
  private static final int LIVES_SECONDS = 60;

  static void put(Context ctx, Flash flash) {
    String text = flash.kind().name() + ' ' + flash.text();
    String value =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    ctx.cookie(new Cookie(NAME, value, "/", LIVES_SECONDS, true, true, null, SameSite.STRICT));
  }

  /** What was put, once; null if nothing was, or somebody meddled with it. */
  static @Nullable Flash take(Context ctx) {
    String value = ctx.cookie(NAME);
    if (value == null || value.isEmpty()) {
      return null;
    }
    ctx.cookie(new Cookie(NAME, "", "/", 0, true, true, null, SameSite.STRICT));
    try {
      String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      return new Flash(
          Flash.Kind.valueOf(text.substring(0, Math.max(0, space))), text.substring(space + 1));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private FlashCookie() {}
}
