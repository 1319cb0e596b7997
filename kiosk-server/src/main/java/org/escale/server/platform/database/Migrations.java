package org.escale.server.platform.database;

import java.util.Arrays;
import javax.sql.DataSource;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables up to date: numbered steps, forward only. */
final class Migrations {

  static void bringUpToDate(DataSource source) throws CannotStartException {
    Flyway flyway =
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load();
    try {
      refuseIfNewer(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new CannotStartException(
          Reason.DATABASE_UNREADABLE,
          "The database cannot be read or brought up to date; restore it from a backup or move it"
              + " away.",
          e);
    }
  }

  private static void refuseIfNewer(Flyway flyway) throws CannotStartException {
    if (Arrays.stream(flyway.info().all()).anyMatch(Migrations::isNewer)) {
      throw new CannotStartException(
          Reason.DATABASE_NEWER_THAN_PROGRAM,
          "The database was written by a newer version of the program; install that version or a"
              + " newer one.");
    }
  }

  private static boolean isNewer(MigrationInfo step) {
    return step.getState() == MigrationState.FUTURE_SUCCESS
        || step.getState() == MigrationState.FUTURE_FAILED;
  }

  private Migrations() {}
}
