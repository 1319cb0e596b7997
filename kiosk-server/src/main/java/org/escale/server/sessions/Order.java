package org.escale.server.sessions;

import org.escale.protocol.CommandId;

/** What became of a mediator's wish about a session or a station. */
public sealed interface Order {

  /** The station was told; {@link SentOrders#outcomeOf} knows when it has answered. */
  record Sent(CommandId command) implements Order {}

  record Refused(Reason reason) implements Order {}

  /** Why the station was not told. */
  enum Reason {
    STATION_NOT_CONNECTED,
    /** No such session is running any more. */
    SESSION_OVER,
    /** The time wanted belongs to another ticket. */
    TIME_TAKEN
  }
}
