package org.escale.server.platform.page;

import io.javalin.http.Context;
import java.util.function.Function;
import org.escale.server.platform.http.MalformedRequestException;
import org.jspecify.annotations.Nullable;

/** Reads what a form or a path says. Nothing of it is ever quoted in an error. */
public final class FormFields {

  /**
   * @throws MalformedRequestException if the form has no such field
   */
  public static String text(Context ctx, String field) {
    String value = ctx.formParam(field);
    if (value == null) {
      throw new MalformedRequestException();
    }
    return value;
  }

  /**
   * A number of minutes that the page offers.
   *
   * @throws MalformedRequestException if it is another
   */
  public static int minutes(Context ctx, Iterable<Integer> offered) {
    int minutes = read(text(ctx, "minutes"), Integer::valueOf);
    for (int each : offered) {
      if (each == minutes) {
        return minutes;
      }
    }
    throw new MalformedRequestException();
  }

  /**
   * Something in the path or in a field, for example an id.
   *
   * @param read throws {@link IllegalArgumentException} for what is not one
   * @throws MalformedRequestException if it is not one
   */
  public static <T> T read(@Nullable String text, Function<String, T> read) {
    if (text == null) {
      throw new MalformedRequestException();
    }
    try {
      return read.apply(text);
    } catch (IllegalArgumentException _) {
      throw new MalformedRequestException();
    }
  }

  private FormFields() {}
}
