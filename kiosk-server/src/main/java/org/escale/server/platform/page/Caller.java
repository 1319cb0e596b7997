package org.escale.server.platform.page;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Objects;
import org.escale.server.platform.page.Frame.SignedIn;
import org.jspecify.annotations.Nullable;

/** Who asks for a page. Remembered by the gate that has checked the login. */
public record Caller(SignedIn staff, String csrfToken) {

  private static final String ATTRIBUTE = "escale.caller";

  /**
   * @throws NullPointerException on a path that is open to everybody
   */
  public static Caller of(Context ctx) {
    return Objects.requireNonNull(find(ctx), "only staff that has logged in asks here");
  }

  public static @Nullable Caller find(Context ctx) {
    return ctx.attribute(ATTRIBUTE);
  }

  /**
   * @throws ForbiddenResponse if it is not an admin who asks
   */
  public static void requireAdmin(Context ctx) {
    if (!of(ctx).staff().admin()) {
      throw new ForbiddenResponse();
    }
  }

  public static void remember(Context ctx, Caller caller) {
    ctx.attribute(ATTRIBUTE, caller);
  }

  @Override
  public String toString() {
    return "Caller[" + staff.name() + "]";
  }
}
