package org.escale.server.stations;

import org.escale.protocol.StationStateName;

/** Whether a station may be given to a visitor, and if not, why. */
public enum StationReadiness {
  READY,
  NOT_CONNECTED,
  /** It has not been proven clean since its last use. */
  NOT_CLEAN,
  BUSY,
  OUT_OF_SERVICE;

  /** No station is offered without a receipt newer than its last session. */
  public static StationReadiness of(StationSnapshot snapshot) {
    StationStateName state = snapshot.state();
    if (!snapshot.connected() || state == null) {
      return NOT_CONNECTED;
    }
    return switch (state) {
      case OUT_OF_SERVICE -> OUT_OF_SERVICE;
      case WIPING -> NOT_CLEAN;
      case OPENING, IN_SESSION, HIDDEN, ENDING -> BUSY;
      case LOCKED -> snapshot.unlocking() ? BUSY : provenClean(snapshot) ? READY : NOT_CLEAN;
    };
  }

  private static boolean provenClean(StationSnapshot snapshot) {
    StationSnapshot.LastReceipt receipt = snapshot.receipt();
    return receipt != null
        && receipt.residue() == 0
        && receipt.newerThanLastUse()
        && receipt.isNewest();
  }
}
