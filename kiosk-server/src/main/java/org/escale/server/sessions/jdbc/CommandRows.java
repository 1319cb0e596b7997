package org.escale.server.sessions.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.server.platform.database.CentreId;
import org.escale.server.sessions.SentCommand;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what stations were told, within one transaction. */
record CommandRows(Handle handle, CentreId centre) {

  int insert(SentCommand command) {
    return handle
        .createUpdate(
            """
            INSERT INTO sent_command
            VALUES (:centre, :id, :station, :kind, :session, :by, :sentAt, NULL)
            ON CONFLICT DO NOTHING
            """)
        .bind("centre", centre.toString())
        .bind("id", command.id().toString())
        .bind("station", command.station().toString())
        .bind("kind", command.kind().name())
        .bind("session", command.session() == null ? null : command.session().toString())
        .bind("by", command.by() == null ? null : command.by().toSeconds())
        .bind("sentAt", command.sentAt().getEpochSecond())
        .execute();
  }

  Optional<SentCommand> find(CommandId id) {
    return handle
        .createQuery("SELECT * FROM sent_command WHERE centre = :centre AND id = :id")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .map((row, _) -> command(row))
        .findOne();
  }

  Optional<SentCommand> settle(CommandId id, CommandOutcome outcome) {
    return handle
        .createQuery(
            """
            UPDATE sent_command SET outcome = :outcome
            WHERE centre = :centre AND id = :id AND outcome IS NULL
            RETURNING *
            """)
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .bind("outcome", outcome.name())
        .map((row, _) -> command(row))
        .findOne();
  }

  Optional<CommandOutcome> outcomeOf(CommandId id) {
    return handle
        .createQuery(
            """
            SELECT outcome FROM sent_command
            WHERE centre = :centre AND id = :id AND outcome IS NOT NULL
            """)
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .mapTo(String.class)
        .findOne()
        .map(CommandOutcome::valueOf);
  }

  int purge(Instant before) {
    return handle
        .createUpdate("DELETE FROM sent_command WHERE centre = :centre AND sent_at < :before")
        .bind("centre", centre.toString())
        .bind("before", before.getEpochSecond())
        .execute();
  }

  private static SentCommand command(ResultSet row) throws SQLException {
    String session = row.getString("session");
    return new SentCommand(
        CommandId.of(row.getString("id")),
        StationId.of(row.getString("station")),
        SentCommand.Kind.valueOf(row.getString("kind")),
        session == null ? null : SessionId.of(session),
        by(row),
        Instant.ofEpochSecond(row.getLong("sent_at")));
  }

  private static @Nullable Duration by(ResultSet row) throws SQLException {
    long seconds = row.getLong("by_seconds");
    return row.wasNull() ? null : Duration.ofSeconds(seconds);
  }
}
