package org.escale.server.stations.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.stations.EnrolmentOutcome;
import org.escale.server.stations.EnrolmentStore;
import org.escale.server.stations.Station;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link EnrolmentStore} in the database. */
public final class JdbcEnrolments implements EnrolmentStore {

  private record Code(String stationName, long expiresAtMs, boolean used) {}

  private final Database database;
  private final String centre;

  public JdbcEnrolments(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre.toString();
  }

  @Override
  public void issue(String codeSecret, String stationName, Instant expiresAt) {
    database.<@Nullable Void>write(
        handle -> {
          handle.execute(
              """
              DELETE FROM enrolment_code
              WHERE centre_id = ? AND station_name = ? AND used_at_ms IS NULL\
              """,
              centre,
              stationName);
          handle.execute(
              """
              INSERT INTO enrolment_code (centre_id, secret_hash, station_name, expires_at_ms)
              VALUES (?, ?, ?, ?)\
              """,
              centre,
              SecretHash.of(codeSecret),
              stationName,
              expiresAt.toEpochMilli());
          return null;
        });
  }

  @Override
  public EnrolmentOutcome enrol(
      String codeSecret, StationId candidate, String stationSecret, Instant now) {
    String codeHash = SecretHash.of(codeSecret);
    return database.write(
        handle -> {
          Optional<Code> code = findCode(handle, codeHash);
          Optional<RefusalReason> refusal = refusal(code, now);
          if (code.isEmpty() || refusal.isPresent()) {
            return new EnrolmentOutcome.Refused(
                refusal.orElse(RefusalReason.ENROLMENT_CODE_UNKNOWN));
          }
          useUp(handle, codeHash, now);
          Station station = keep(handle, candidate, code.get().stationName(), stationSecret, now);
          return new EnrolmentOutcome.Enrolled(station, stationSecret);
        });
  }

  private static Optional<RefusalReason> refusal(Optional<Code> code, Instant now) {
    if (code.isEmpty()) {
      return Optional.of(RefusalReason.ENROLMENT_CODE_UNKNOWN);
    }
    if (code.get().used()) {
      return Optional.of(RefusalReason.ENROLMENT_CODE_USED);
    }
    return code.get().expiresAtMs() <= now.toEpochMilli()
        ? Optional.of(RefusalReason.ENROLMENT_CODE_EXPIRED)
        : Optional.empty();
  }

  private Optional<Code> findCode(Handle handle, String codeHash) {
    return handle
        .createQuery(
            """
            SELECT station_name, expires_at_ms, used_at_ms FROM enrolment_code
            WHERE centre_id = :centre AND secret_hash = :hash\
            """)
        .bind("centre", centre)
        .bind("hash", codeHash)
        .map(
            (row, _) ->
                new Code(
                    row.getString("station_name"),
                    row.getLong("expires_at_ms"),
                    row.getObject("used_at_ms") != null))
        .findOne();
  }

  private void useUp(Handle handle, String codeHash, Instant now) {
    handle.execute(
        "UPDATE enrolment_code SET used_at_ms = ? WHERE centre_id = ? AND secret_hash = ?",
        now.toEpochMilli(),
        centre,
        codeHash);
  }

  private Station keep(
      Handle handle, StationId candidate, String name, String secret, Instant now) {
    handle.execute(
        """
        INSERT INTO station (centre_id, station_id, name, secret_hash, enrolled_at_ms)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (centre_id, name)
        DO UPDATE SET secret_hash = excluded.secret_hash, enrolled_at_ms = excluded.enrolled_at_ms\
        """,
        centre,
        candidate.toString(),
        name,
        SecretHash.of(secret),
        now.toEpochMilli());
    String id =
        handle
            .createQuery(
                "SELECT station_id FROM station WHERE centre_id = :centre AND name = :name")
            .bind("centre", centre)
            .bind("name", name)
            .mapTo(String.class)
            .one();
    return new Station(StationId.of(id), name);
  }
}
