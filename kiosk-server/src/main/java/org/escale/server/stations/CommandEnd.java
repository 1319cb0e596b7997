package org.escale.server.stations;

import org.escale.protocol.CommandOutcome;

/** What became of a command, as far as the server knows. */
public sealed interface CommandEnd {

  /** The station has answered. */
  record Answered(CommandOutcome outcome) implements CommandEnd {}

  /** Not sent: the station is not connected. */
  record NotConnected() implements CommandEnd {}

  /** Sent, but the station did not answer in time; it may have done it or not. */
  record NotConfirmed() implements CommandEnd {}

  default boolean done() {
    return equals(new Answered(CommandOutcome.DONE));
  }
}
