package org.escale.server.stations.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.escale.protocol.StationId;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.stations.EmergencySheetStore;
import org.escale.server.stations.EmergencySheets;
import org.jspecify.annotations.Nullable;

/** {@link EmergencySheetStore} in the database. */
public final class JdbcEmergencySheets implements EmergencySheetStore {

  private final Database database;
  private final String centre;

  public JdbcEmergencySheets(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre.toString();
  }

  @Override
  public void printed(StationId station, UUID sheet, int codes, Instant at) {
    database.<@Nullable Void>write(
        handle -> {
          handle.execute(
              "DELETE FROM emergency_sheet WHERE centre_id = ? AND station_id = ?",
              centre,
              station.toString());
          handle.execute(
              "INSERT INTO emergency_sheet VALUES (?, ?, ?, ?, ?)",
              centre,
              station.toString(),
              sheet.toString(),
              codes,
              at.toEpochMilli());
          return null;
        });
  }

  @Override
  public void withdrawn(StationId station) {
    database.<@Nullable Void>write(
        handle -> {
          handle.execute(
              "DELETE FROM emergency_sheet WHERE centre_id = ? AND station_id = ?",
              centre,
              station.toString());
          return null;
        });
  }

  @Override
  public void known(StationId station, UUID sheet) {
    database.<@Nullable Void>write(
        handle -> {
          handle.execute(
              "UPDATE station SET said_sheet = ? WHERE centre_id = ? AND station_id = ?",
              sheet.toString(),
              centre,
              station.toString());
          return null;
        });
  }

  @Override
  public void used(UUID sheet, int number, LocalDate on) {
    database.<@Nullable Void>write(
        handle -> {
          handle.execute(
              """
              INSERT OR IGNORE INTO emergency_use
              SELECT centre_id, sheet_id, ?, ? FROM emergency_sheet
              WHERE centre_id = ? AND sheet_id = ?\
              """,
              number,
              on.toString(),
              centre,
              sheet.toString());
          return null;
        });
  }

  @Override
  public Map<StationId, EmergencySheets.Sheet> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.station_id, s.made_at_ms, s.codes, s.sheet_id IS said_sheet AS known,
                      (SELECT count(*) FROM emergency_use u
                       WHERE u.centre_id = s.centre_id AND u.sheet_id = s.sheet_id) AS used
                    FROM emergency_sheet s
                    JOIN station ON station.centre_id = s.centre_id
                      AND station.station_id = s.station_id
                    WHERE s.centre_id = :centre\
                    """)
                .bind("centre", centre)
                .reduceRows(
                    new LinkedHashMap<StationId, EmergencySheets.Sheet>(),
                    (sheets, row) -> {
                      sheets.put(
                          StationId.of(row.getColumn("station_id", String.class)),
                          new EmergencySheets.Sheet(
                              Instant.ofEpochMilli(row.getColumn("made_at_ms", Long.class)),
                              row.getColumn("codes", Integer.class),
                              row.getColumn("used", Integer.class),
                              row.getColumn("known", Boolean.class)));
                      return sheets;
                    }));
  }
}
