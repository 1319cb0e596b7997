package org.escale.server.help;

import java.time.Instant;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;

/**
 * One call for a mediator.
 *
 * @param askedAt when the server heard of it
 */
public record HelpRequest(
    HelpRequestId id,
    SessionId session,
    StationId station,
    HelpReason reason,
    State state,
    Instant askedAt) {

  /** How far it has come. */
  public enum State {
    WAITING,
    /** A mediator is on the way. */
    TAKEN,
    DONE,
    /** The visitor took it back. */
    CANCELLED,
    /** The session ended before it was done. */
    GONE
  }

  public boolean isOpen() {
    return state == State.WAITING || state == State.TAKEN;
  }
}
