package org.escale.server.platform.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import org.escale.server.platform.http.Pages;
import org.jspecify.annotations.Nullable;

/** Shows the console's pages in their frame, and answers forms by going on to a page. */
public final class ConsolePages {

  /**
   * A page for staff.
   *
   * @param values the template's parameters beside {@code frame}
   */
  public static void show(Context ctx, Place place, String template, Map<String, ?> values) {
    show(ctx, place.label(), place, FlashCookie.take(ctx), template, values);
  }

  /** A page for staff that is no place of the menu. */
  public static void show(Context ctx, String title, String template, Map<String, ?> values) {
    show(ctx, title, null, FlashCookie.take(ctx), template, values);
  }

  /** A page for staff that says what is wrong with what was typed on it. */
  public static void showAgain(
      Context ctx, Place place, String problem, String template, Map<String, ?> values) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, place.label(), place, Flash.refused(problem), template, values);
  }

  /** The same for a page that is no place of the menu. */
  public static void showAgain(
      Context ctx, String title, String problem, String template, Map<String, ?> values) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, title, null, Flash.refused(problem), template, values);
  }

  private static void show(
      Context ctx,
      String title,
      @Nullable Place place,
      @Nullable Flash flash,
      String template,
      Map<String, ?> values) {
    Caller caller = Caller.of(ctx);
    Frame frame = new Frame(title, place, caller.staff(), caller.csrfToken(), flash);
    render(ctx, frame, template, values);
  }

  /** A page for whoever has not logged in. */
  public static void showOutside(
      Context ctx, String title, String csrfToken, String template, Map<String, ?> values) {
    Frame frame = new Frame(title, null, null, csrfToken, FlashCookie.take(ctx));
    render(ctx, frame, template, values);
  }

  /** A page for whoever has not logged in, with what was wrong. */
  public static void showOutside(
      Context ctx,
      String title,
      String csrfToken,
      String problem,
      String template,
      Map<String, ?> values) {
    Frame frame = new Frame(title, null, null, csrfToken, Flash.refused(problem));
    render(ctx, frame, template, values);
  }

  /** Goes on to a page. */
  public static void goTo(Context ctx, String path) {
    ctx.redirect(path, HttpStatus.SEE_OTHER);
  }

  /** Goes on to a page and says there what came of it. */
  public static void goTo(Context ctx, String path, Flash flash) {
    FlashCookie.put(ctx, flash);
    goTo(ctx, path);
  }

  private static void render(Context ctx, Frame frame, String template, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("frame", frame);
    Pages.show(ctx, template, all);
  }

  private ConsolePages() {}
}
