package org.escale.server.help.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.server.help.HelpRequest;
import org.escale.server.help.HelpStore;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;

/** Calls of one centre in its database. */
public final class JdbcHelpStore implements HelpStore {

  private final Database database;
  private final CentreId centre;

  public JdbcHelpStore(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre;
  }

  @Override
  public void ask(HelpRequest request) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO help_request
                    VALUES (:centre, :id, :session, :station, :reason, :state, :askedAt)
                    ON CONFLICT DO NOTHING
                    """)
                .bind("centre", centre.toString())
                .bind("id", request.id().toString())
                .bind("session", request.session().toString())
                .bind("station", request.station().toString())
                .bind("reason", request.reason().name())
                .bind("state", request.state().name())
                .bind("askedAt", request.askedAt().getEpochSecond())
                .execute());
  }

  @Override
  public Optional<HelpRequest> move(
      HelpRequestId id, HelpRequest.State from, HelpRequest.State to) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE help_request SET state = :to
                    WHERE centre = :centre AND id = :id AND state = :from
                    RETURNING *
                    """)
                .bind("centre", centre.toString())
                .bind("id", id.toString())
                .bind("from", from.name())
                .bind("to", to.name())
                .map((row, _) -> request(row))
                .findOne());
  }

  @Override
  public void sessionOver(SessionId session) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE help_request SET state = 'GONE'
                    WHERE centre = :centre AND session = :session
                      AND state IN ('WAITING', 'TAKEN')
                    """)
                .bind("centre", centre.toString())
                .bind("session", session.toString())
                .execute());
  }

  @Override
  public List<HelpRequest> open() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM help_request
                    WHERE centre = :centre AND state IN ('WAITING', 'TAKEN')
                    ORDER BY asked_at, id
                    """)
                .bind("centre", centre.toString())
                .map((row, _) -> request(row))
                .list());
  }

  @Override
  public Optional<HelpRequest> find(HelpRequestId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM help_request WHERE centre = :centre AND id = :id")
                .bind("centre", centre.toString())
                .bind("id", id.toString())
                .map((row, _) -> request(row))
                .findOne());
  }

  @Override
  public int purge(Instant askedBefore) {
    return database.write(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM help_request WHERE centre = :centre AND asked_at < :before")
                .bind("centre", centre.toString())
                .bind("before", askedBefore.getEpochSecond())
                .execute());
  }

  private static HelpRequest request(ResultSet row) throws SQLException {
    return new HelpRequest(
        HelpRequestId.of(row.getString("id")),
        SessionId.of(row.getString("session")),
        StationId.of(row.getString("station")),
        HelpReason.valueOf(row.getString("reason")),
        HelpRequest.State.valueOf(row.getString("state")),
        Instant.ofEpochSecond(row.getLong("asked_at")));
  }
}
