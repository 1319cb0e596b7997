package org.escale.server.staff.web;

import io.javalin.http.Context;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.staff.AuditLog;
import org.escale.server.staff.StaffSession;

/** Notes what the signed-in member of staff has done. */
public final class StaffAudit implements AuditTrail {

  private final AuditLog log;

  public StaffAudit(AuditLog log) {
    this.log = log;
  }

  @Override
  public void note(Context ctx, String action, String subject) {
    StaffSession session = StaffSession.of(ctx.attribute(StaffSession.ATTRIBUTE));
    log.note(session.member().id(), action, subject);
  }
}
