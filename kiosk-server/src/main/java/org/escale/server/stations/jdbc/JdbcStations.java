package org.escale.server.stations.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.protocol.Hello;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.Report;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationStateName;
import org.escale.protocol.StationTrait;
import org.escale.protocol.WipeReceipt;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.stations.Station;
import org.escale.server.stations.StationSnapshot;
import org.escale.server.stations.StationStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link StationStore} in the database. */
public final class JdbcStations implements StationStore {

  private static final String COLUMNS =
      """
      SELECT station_id, name, role, traits, state, session_id, remaining_ms, said_at_ms, out_of_service,
             nobody_proven, last_use, last_receipt, last_receipt_number, last_receipt_residue,
             last_receipt_at_ms
      FROM station WHERE centre_id = :centre
      """;

  private final Database database;
  private final String centre;

  public JdbcStations(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre.toString();
  }

  @Override
  public List<StationSnapshot> all() {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + "ORDER BY name")
                .bind("centre", centre)
                .map((row, _) -> snapshot(row))
                .list());
  }

  @Override
  public Optional<StationSnapshot> find(StationId station) {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + "AND station_id = :station")
                .bind("centre", centre)
                .bind("station", station.toString())
                .map((row, _) -> snapshot(row))
                .findOne());
  }

  @Override
  public Optional<StationId> withSecret(String secret) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT station_id FROM station
                    WHERE centre_id = :centre AND secret_hash = :hash\
                    """)
                .bind("centre", centre)
                .bind("hash", SecretHash.of(secret))
                .mapTo(String.class)
                .findOne()
                .map(StationId::of));
  }

  @Override
  public void take(StationId station, Hello hello, Instant now) {
    database.<@Nullable Void>write(
        handle -> {
          handle.execute(
              """
              UPDATE station
              SET remaining_ms = CASE WHEN session_id IS ? THEN remaining_ms END,
                  out_of_service = CASE WHEN state IS ? THEN out_of_service END,
                  nobody_proven = CASE WHEN state IS ? THEN nobody_proven ELSE 0 END,
                  said_at_ms = CASE WHEN session_id IS ? AND remaining_ms IS NOT NULL
                                    THEN said_at_ms ELSE ? END,
                  state = ?, session_id = ?, said_sheet = ?
              WHERE centre_id = ? AND station_id = ?\
              """,
              text(hello.session()),
              hello.state().name(),
              hello.state().name(),
              text(hello.session()),
              now.toEpochMilli(),
              hello.state().name(),
              text(hello.session()),
              hello.emergencySheet() == null ? null : hello.emergencySheet().toString(),
              centre,
              station.toString());
          return null;
        });
  }

  @Override
  public boolean take(StationId station, Report report, Instant now) {
    return database.write(
        handle -> {
          boolean fresh = markTaken(handle, station, report, now);
          if (fresh) {
            apply(handle, station, report, now);
          }
          return fresh;
        });
  }

  @Override
  public void markUsed(StationId station, SessionId session) {
    database.<@Nullable Void>write(
        handle -> {
          markUse(handle, station, session);
          return null;
        });
  }

  @Override
  public List<WipeReceipt> receipts(StationId station, int atMost) {
    return database.read(handle -> new ReceiptRows(handle, centre).newest(station, atMost));
  }

  @Override
  public Optional<Station> arrange(StationId station, StationRole role, Set<StationTrait> traits) {
    return database.write(
        handle -> {
          Optional<Station> before = find(station).map(StationSnapshot::station);
          handle.execute(
              "UPDATE station SET role = ?, traits = ? WHERE centre_id = ? AND station_id = ?",
              role.name(),
              traits.stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
              centre,
              station.toString());
          return before;
        });
  }

  @Override
  public int purge(Instant before) {
    return database.write(
        handle ->
            new ReceiptRows(handle, centre).purge(before)
                + handle.execute(
                    "DELETE FROM station_report WHERE centre_id = ? AND taken_at_ms < ?",
                    centre,
                    before.toEpochMilli()));
  }

  private boolean markTaken(Handle handle, StationId station, Report report, Instant now) {
    return handle.execute(
            """
            INSERT INTO station_report (centre_id, report_id, station_id, taken_at_ms)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """,
            centre,
            report.id().toString(),
            station.toString(),
            now.toEpochMilli())
        == 1;
  }

  private void apply(Handle handle, StationId station, Report report, Instant now) {
    switch (report) {
      case Report.StateChanged changed -> {
        markUse(handle, station, changed.session());
        keepState(handle, station, changed, now);
      }
      case Report.SessionStarted started -> markUse(handle, station, started.session());
      case Report.SessionEnded ended -> markUse(handle, station, ended.session());
      case Report.Wiped wiped -> keepReceipt(handle, station, wiped, now);
      case Report.HelpAsked _,
          Report.HelpCancelled _,
          Report.EmergencyCodeUsed _,
          Report.CommandResult _ -> {
        // Others care for these.
      }
    }
  }

  /** A use is marked once for each session, at the first that is heard of it. */
  private void markUse(Handle handle, StationId station, @Nullable SessionId session) {
    if (session != null) {
      handle.execute(
          """
          UPDATE station
          SET event_count = event_count + 1, last_use = event_count + 1, last_used_by = ?
          WHERE centre_id = ? AND station_id = ? AND last_used_by IS NOT ?\
          """,
          session.toString(),
          centre,
          station.toString(),
          session.toString());
    }
  }

  private void keepState(
      Handle handle, StationId station, Report.StateChanged changed, Instant now) {
    Duration remaining = changed.remaining();
    OutOfServiceReason reason = changed.outOfService();
    handle.execute(
        """
        UPDATE station
        SET state = ?, session_id = ?, remaining_ms = ?, said_at_ms = ?, out_of_service = ?,
            nobody_proven = ?
        WHERE centre_id = ? AND station_id = ?\
        """,
        changed.state().name(),
        text(changed.session()),
        remaining == null ? null : remaining.toMillis(),
        now.toEpochMilli(),
        reason == null ? null : reason.name(),
        changed.nobodyProven() ? 1 : 0,
        centre,
        station.toString());
  }

  private void keepReceipt(Handle handle, StationId station, Report.Wiped wiped, Instant now) {
    WipeReceipt receipt = wiped.receipt();
    handle.execute(
        """
        UPDATE station
        SET event_count = event_count + 1, last_receipt = event_count + 1,
            last_receipt_number = ?, last_receipt_residue = ?, last_receipt_at_ms = ?
        WHERE centre_id = ? AND station_id = ?\
        """,
        receipt.number(),
        receipt.residue(),
        now.toEpochMilli(),
        centre,
        station.toString());
    new ReceiptRows(handle, centre).insert(station, wiped, now);
  }

  private static StationSnapshot snapshot(ResultSet row) throws SQLException {
    String state = row.getString("state");
    String session = row.getString("session_id");
    String reason = row.getString("out_of_service");
    Long remainingMs = nullableLong(row, "remaining_ms");
    Long saidAtMs = nullableLong(row, "said_at_ms");
    return new StationSnapshot(
        station(row),
        false,
        false,
        false,
        state == null ? null : StationStateName.valueOf(state),
        session == null ? null : SessionId.of(session),
        remainingMs == null ? null : Duration.ofMillis(remainingMs),
        saidAtMs == null ? null : Instant.ofEpochMilli(saidAtMs),
        reason == null ? null : OutOfServiceReason.valueOf(reason),
        row.getBoolean("nobody_proven"),
        receipt(row));
  }

  private static Station station(ResultSet row) throws SQLException {
    return new Station(
        StationId.of(row.getString("station_id")),
        row.getString("name"),
        StationRole.valueOf(row.getString("role")),
        Arrays.stream(row.getString("traits").split(",", -1))
            .filter(trait -> !trait.isEmpty())
            .map(StationTrait::valueOf)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static StationSnapshot.@Nullable LastReceipt receipt(ResultSet row) throws SQLException {
    Long arrivedAtMs = nullableLong(row, "last_receipt_at_ms");
    if (arrivedAtMs == null) {
      return null;
    }
    return new StationSnapshot.LastReceipt(
        row.getLong("last_receipt_number"),
        row.getInt("last_receipt_residue"),
        Instant.ofEpochMilli(arrivedAtMs),
        row.getLong("last_receipt") > row.getLong("last_use"),
        false);
  }

  private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable String text(@Nullable SessionId session) {
    return session == null ? null : session.toString();
  }
}
