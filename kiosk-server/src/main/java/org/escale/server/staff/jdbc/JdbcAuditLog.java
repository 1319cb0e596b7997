package org.escale.server.staff.jdbc;

import java.time.InstantSource;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.staff.AuditLog;
import org.escale.server.staff.StaffId;
import org.jspecify.annotations.Nullable;

/** {@link AuditLog} in the database, which itself refuses to change or remove an entry. */
public final class JdbcAuditLog implements AuditLog {

  private final Database database;
  private final String centre;
  private final InstantSource clock;

  public JdbcAuditLog(Database database, CentreId centre, InstantSource clock) {
    this.database = database;
    this.centre = centre.toString();
    this.clock = clock;
  }

  @Override
  public void note(@Nullable StaffId who, String action, @Nullable String subject) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO audit_log (centre_id, entry_number, at_ms, staff_id, action, subject)
                SELECT ?, coalesce(max(entry_number), 0) + 1, ?, ?, ?, ?
                FROM audit_log WHERE centre_id = ?\
                """,
                centre,
                clock.millis(),
                who == null ? null : who.toString(),
                action,
                subject,
                centre));
  }
}
