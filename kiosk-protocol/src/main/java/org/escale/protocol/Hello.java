package org.escale.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first frame on a link.
 *
 * @param oldest the oldest protocol version the station speaks
 * @param newest the newest it speaks
 * @param state where the station stands now
 * @param session the session under way, if any
 * @param lastReceipt the number of its newest wipe receipt; 0 if it has none
 * @param shellThere false while there is nothing on its screen, so that it can open for nobody
 * @param emergencySheet the sheet of printed codes that it knows, if any
 */
public record Hello(
    int oldest,
    int newest,
    String programVersion,
    StationStateName state,
    @Nullable SessionId session,
    long lastReceipt,
    boolean shellThere,
    @Nullable UUID emergencySheet)
    implements FromStation {

  /** Of a station that has no printed codes. */
  public Hello(
      int oldest,
      int newest,
      String programVersion,
      StationStateName state,
      @Nullable SessionId session,
      long lastReceipt,
      boolean shellThere) {
    this(oldest, newest, programVersion, state, session, lastReceipt, shellThere, null);
  }
}
