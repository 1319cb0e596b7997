package org.escale.server.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.server.platform.TraceWithoutWords;
import org.escale.server.platform.page.ProblemPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all answers share: security headers, and kind words instead of stack traces. */
final class Manners implements Routes {

  private static final Logger log = LoggerFactory.getLogger(Manners.class);

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(ctx -> HEADERS.forEach(ctx::header));
    routes.exception(
        MalformedRequestException.class,
        (_, ctx) -> answer(ctx, 400, RefusalReason.MALFORMED_REQUEST));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, e.getStatus()));
    routes.exception(Exception.class, Manners::failed);
    for (int status : new int[] {400, 403, 404, 405, 413, 500}) {
      routes.error(status, ctx -> answerIfEmpty(ctx, status));
    }
  }

  private static void failed(Exception failure, Context ctx) {
    if (isGone(ctx)) {
      return;
    }
    log.error(
        "A request failed: {} {}\n{}",
        ctx.method(),
        ctx.endpoint().path,
        TraceWithoutWords.of(failure));
    answer(ctx, 500);
  }

  /**
   * True if the browser has left and Jetty has taken the request back. Then there is nobody to
   * answer, and a failure in here would make Javalin ask for an answer to that failure, for ever.
   */
  private static boolean isGone(Context ctx) {
    try {
      return ctx.statusCode() < 0;
    } catch (IllegalStateException _) {
      return true;
    }
  }

  private static void answerIfEmpty(Context ctx, int status) {
    if (ctx.result() == null || ctx.result().isEmpty()) {
      answer(ctx, status);
    }
  }

  private static void answer(Context ctx, int status) {
    answer(ctx, status, RefusalReason.MALFORMED_REQUEST);
  }

  private static void answer(Context ctx, int status, RefusalReason reason) {
    ctx.status(status);
    if (ctx.path().startsWith("/station/")) {
      if (status < 500) {
        StationJson.answer(ctx, new Refusal(reason));
      } else {
        ctx.result("");
      }
    } else {
      ProblemPage.show(ctx, status);
    }
  }
}
