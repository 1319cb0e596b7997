package org.escale.server.staff.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import org.escale.server.staff.SignIn;

/**
 * Protects the forms before anybody has signed in: what is posted must quote the cookie that came
 * with the form, which no other site can read or set.
 */
final class FormToken {

  private final SignIn signIn;

  FormToken(SignIn signIn) {
    this.signIn = signIn;
  }

  String forForm(Context ctx) {
    String known = StaffCookies.form(ctx);
    String token = known == null || known.isEmpty() ? signIn.token() : known;
    StaffCookies.putForm(ctx, token);
    return token;
  }

  void check(Context ctx) {
    String cookie = StaffCookies.form(ctx);
    if (cookie == null
        || cookie.isEmpty()
        || !StaffGate.matches(cookie, ctx.formParam(StaffGate.CSRF_FIELD))) {
      throw new ForbiddenResponse();
    }
  }
}
