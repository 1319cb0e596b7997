package org.escale.server.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;

/**
 * Where sessions are kept. A booking has one open session at most, by construction; every change is
 * durable as a whole or not made, and may be asked for again. Thread-safe; calls block.
 */
public interface SessionStore {

  /**
   * Keeps this session, unless its booking has an open one.
   *
   * @return the booking's open session, new or old
   */
  Session grant(Session session);

  Optional<Session> find(SessionId id);

  /** The open session of this booking. */
  Optional<Session> openFor(BookingId booking);

  /** Every session granted or running, by station. */
  List<Session> open();

  /** The station says it runs; known to the server or not. An ended session stays ended. */
  void started(SessionId id, StationId station, Instant startedAt);

  /** It is over; known to the server or not. An ended session stays as it is. */
  void ended(SessionId id, StationId station, Instant startedAt, Instant endedAt);

  /** A granted session was never opened. Changes no other. */
  void notOpened(SessionId id, Instant now);

  /** The station has proven that this session is erased. */
  void wiped(SessionId id, Instant at);

  void sent(SentCommand command);

  /** A command that a station was told, or should have been. */
  Optional<SentCommand> sent(CommandId id);

  /**
   * The station says what became of a command.
   *
   * @return the command, the first time; empty if it is unknown or was settled before
   */
  Optional<SentCommand> settle(CommandId id, CommandOutcome outcome);

  /** What became of a command; empty while the station has not said. */
  Optional<CommandOutcome> outcomeOf(CommandId id);

  /** Forgets sessions that were over before this moment, and commands as old. */
  int purge(Instant before);
}
