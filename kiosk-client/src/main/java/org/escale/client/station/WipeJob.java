package org.escale.client.station;

import org.escale.protocol.CommandId;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;

/**
 * An erasing to be done and proven.
 *
 * @param order what the receipt must quote
 * @param session the visit to erase; null if none is known
 * @param startUp true for the wipe that every start begins with
 * @param command the command to be answered when it is done, if one asked for it
 */
public record WipeJob(
    WipeOrderId order, @Nullable SessionId session, boolean startUp, @Nullable CommandId command) {

  static WipeJob of(Visit visit) {
    return new WipeJob(visit.wipeOrder(), visit.session(), false, null);
  }

  /** The same, with nobody waiting for an answer any more. */
  WipeJob answered() {
    return new WipeJob(order, session, startUp, null);
  }
}
