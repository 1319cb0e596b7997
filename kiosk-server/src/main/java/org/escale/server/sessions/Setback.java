package org.escale.server.sessions;

import org.escale.protocol.CommandOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A wish about a station that came to nothing, as far as is known.
 *
 * @param wish what the station was told
 * @param answer what the station made of it; null if it did not answer in time
 */
public record Setback(SentCommand.Kind wish, @Nullable CommandOutcome answer) {

  public Setback {
    if (answer == CommandOutcome.DONE) {
      throw new IllegalArgumentException("what was done is no setback");
    }
  }
}
