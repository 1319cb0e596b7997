package org.escale.server.sessions.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.CommandId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeOrderId;
import org.escale.server.booking.Booking;
import org.escale.server.platform.database.CentreId;
import org.escale.server.sessions.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table of sessions, within one transaction. */
record SessionRows(Handle handle, CentreId centre) {

  Optional<Session> find(SessionId id) {
    return query("SELECT * FROM session WHERE centre = :centre AND id = :id")
        .bind("id", id.toString())
        .map((row, _) -> session(row))
        .findOne();
  }

  Optional<Session> openFor(BookingId booking) {
    return query("SELECT * FROM session WHERE centre = :centre AND booking = :booking")
        .bind("booking", booking.toString())
        .map((row, _) -> session(row))
        .findOne();
  }

  List<Session> open() {
    return query(
            """
            SELECT * FROM session
            WHERE centre = :centre AND state IN ('GRANTED', 'RUNNING')
            ORDER BY station, granted_at
            """)
        .map((row, _) -> session(row))
        .list();
  }

  /** The unique index decides whether the booking has an open session already. */
  void insertUnlessOpen(Session session) {
    update(
            """
            INSERT INTO session VALUES (:centre, :id, :station, :state, :kind, :booking,
              :unlock, :wipeOrder, :grantedAt, :startedAt, :endedAt, NULL)
            ON CONFLICT DO NOTHING
            """)
        .bind("id", session.id().toString())
        .bind("station", session.station().toString())
        .bind("state", session.state().name())
        .bind("kind", session.kind() == null ? null : session.kind().name())
        .bind("booking", session.booking() == null ? null : session.booking().toString())
        .bind("unlock", session.unlock().toString())
        .bind("wipeOrder", session.wipeOrder().toString())
        .bind("grantedAt", session.grantedAt().getEpochSecond())
        .bind("startedAt", seconds(session.startedAt()))
        .bind("endedAt", seconds(session.endedAt()))
        .execute();
  }

  int markStarted(SessionId id, Instant startedAt) {
    return update(
            """
            UPDATE session SET state = 'RUNNING', started_at = :startedAt
            WHERE centre = :centre AND id = :id AND state IN ('GRANTED', 'NOT_OPENED')
            """)
        .bind("id", id.toString())
        .bind("startedAt", startedAt.getEpochSecond())
        .execute();
  }

  int markEnded(SessionId id, Instant startedAt, Instant endedAt) {
    return update(
            """
            UPDATE session
            SET state = 'ENDED', booking = NULL, started_at = :startedAt, ended_at = :endedAt
            WHERE centre = :centre AND id = :id AND state <> 'ENDED'
            """)
        .bind("id", id.toString())
        .bind("startedAt", startedAt.getEpochSecond())
        .bind("endedAt", endedAt.getEpochSecond())
        .execute();
  }

  int markNotOpened(SessionId id, Instant now) {
    return update(
            """
            UPDATE session SET state = 'NOT_OPENED', booking = NULL, ended_at = :now
            WHERE centre = :centre AND id = :id AND state = 'GRANTED'
            """)
        .bind("id", id.toString())
        .bind("now", now.getEpochSecond())
        .execute();
  }

  int markWiped(SessionId id, Instant at) {
    return update(
            """
            UPDATE session SET wiped_at = :at
            WHERE centre = :centre AND id = :id AND wiped_at IS NULL
            """)
        .bind("id", id.toString())
        .bind("at", at.getEpochSecond())
        .execute();
  }

  int purge(Instant before) {
    return update("DELETE FROM session WHERE centre = :centre AND granted_at < :before")
        .bind("before", before.getEpochSecond())
        .execute();
  }

  private Query query(String sql) {
    return handle.createQuery(sql).bind("centre", centre.toString());
  }

  private Update update(String sql) {
    return handle.createUpdate(sql).bind("centre", centre.toString());
  }

  private static Session session(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String booking = row.getString("booking");
    return new Session(
        SessionId.of(row.getString("id")),
        StationId.of(row.getString("station")),
        Session.State.valueOf(row.getString("state")),
        kind == null ? null : Booking.Kind.valueOf(kind),
        booking == null ? null : BookingId.of(booking),
        CommandId.of(row.getString("unlock")),
        WipeOrderId.of(row.getString("wipe_order")),
        Instant.ofEpochSecond(row.getLong("granted_at")),
        moment(row, "started_at"),
        moment(row, "ended_at"),
        moment(row, "wiped_at"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    long seconds = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
  }

  private static @Nullable Long seconds(@Nullable Instant moment) {
    return moment == null ? null : moment.getEpochSecond();
  }
}
