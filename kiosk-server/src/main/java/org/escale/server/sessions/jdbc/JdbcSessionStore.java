package org.escale.server.sessions.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeOrderId;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.sessions.SentCommand;
import org.escale.server.sessions.Session;
import org.escale.server.sessions.SessionStore;
import org.jspecify.annotations.Nullable;

/** Sessions of one centre in its database. */
public final class JdbcSessionStore implements SessionStore {

  private final Database database;
  private final CentreId centre;

  public JdbcSessionStore(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre;
  }

  @Override
  public Session grant(Session session) {
    return database.write(
        handle -> {
          SessionRows rows = new SessionRows(handle, centre);
          rows.insertUnlessOpen(session);
          return session.booking() == null
              ? session
              : rows.openFor(session.booking()).orElseThrow();
        });
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return database.read(handle -> new SessionRows(handle, centre).find(id));
  }

  @Override
  public Optional<Session> openFor(BookingId booking) {
    return database.read(handle -> new SessionRows(handle, centre).openFor(booking));
  }

  @Override
  public List<Session> open() {
    return database.read(handle -> new SessionRows(handle, centre).open());
  }

  @Override
  public void started(SessionId id, StationId station, Instant startedAt) {
    database.write(
        handle -> {
          SessionRows rows = new SessionRows(handle, centre);
          Optional<Session> known = rows.find(id);
          if (known.isEmpty()) {
            rows.insertUnlessOpen(unknown(id, station, Session.State.RUNNING, startedAt, null));
          }
          return rows.markStarted(id, startedAt);
        });
  }

  @Override
  public void ended(SessionId id, StationId station, Instant startedAt, Instant endedAt) {
    database.write(
        handle -> {
          SessionRows rows = new SessionRows(handle, centre);
          if (rows.find(id).isEmpty()) {
            rows.insertUnlessOpen(unknown(id, station, Session.State.ENDED, startedAt, endedAt));
          }
          return rows.markEnded(id, startedAt, endedAt);
        });
  }

  @Override
  public void notOpened(SessionId id, Instant now) {
    database.write(handle -> new SessionRows(handle, centre).markNotOpened(id, now));
  }

  @Override
  public void wiped(SessionId id, Instant at) {
    database.write(handle -> new SessionRows(handle, centre).markWiped(id, at));
  }

  @Override
  public void sent(SentCommand command) {
    database.write(handle -> new CommandRows(handle, centre).insert(command));
  }

  @Override
  public Optional<SentCommand> sent(CommandId id) {
    return database.read(handle -> new CommandRows(handle, centre).find(id));
  }

  @Override
  public Optional<SentCommand> settle(CommandId id, CommandOutcome outcome) {
    return database.write(handle -> new CommandRows(handle, centre).settle(id, outcome));
  }

  @Override
  public Optional<CommandOutcome> outcomeOf(CommandId id) {
    return database.read(handle -> new CommandRows(handle, centre).outcomeOf(id));
  }

  @Override
  public int purge(Instant before) {
    return database.write(
        handle -> {
          new CommandRows(handle, centre).purge(before);
          return new SessionRows(handle, centre).purge(before);
        });
  }

  private static Session unknown(
      SessionId id,
      StationId station,
      Session.State state,
      Instant startedAt,
      @Nullable Instant endedAt) {
    return new Session(
        id,
        station,
        state,
        null,
        null,
        CommandId.random(),
        WipeOrderId.random(),
        startedAt,
        startedAt,
        endedAt,
        null);
  }
}
