package org.escale.server.platform.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Renders the templates of {@code src/main/jte}, compiled with the program. Thread-safe. */
public final class Pages {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.escale.server.pages");

  /**
   * @param template path under {@code src/main/jte}, for example {@code staff/login.jte}
   * @param params the template's parameters by name
   */
  public static String render(String template, Map<String, ?> params) {
    StringOutput page = new StringOutput();
    TEMPLATES.render(template, Map.copyOf(params), page);
    return page.toString();
  }

  public static void show(Context ctx, String template, Map<String, ?> params) {
    ctx.html(render(template, params));
  }

  private Pages() {}
}
