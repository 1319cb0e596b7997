package org.escale.server.platform.page;

import io.javalin.http.Context;

/** Port: keeps which staff did what, for ever. */
@FunctionalInterface
public interface AuditTrail {

  /**
   * @param ctx whose caller did it
   * @param action in a few words that never change, for example {@code session.end}
   * @param subject the id of what it was done to; never anything about a visitor
   */
  void note(Context ctx, String action, String subject);
}
