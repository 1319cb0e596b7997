package org.escale.server.sessions;

import java.time.Duration;
import java.time.Instant;
import org.escale.protocol.CommandId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way: done when the station says so, not when it was sent.
 *
 * @param session null if it is about the station and no session
 * @param by how much time an extension gives, or an early closing takes
 */
public record SentCommand(
    CommandId id,
    StationId station,
    Kind kind,
    @Nullable SessionId session,
    @Nullable Duration by,
    Instant sentAt) {

  /** What was told. */
  public enum Kind {
    UNLOCK,
    EXTEND,
    SHORTEN,
    HIDE,
    END,
    OUT_OF_SERVICE,
    IN_SERVICE
  }
}
