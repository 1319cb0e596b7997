package org.escale.server.stations;

import org.escale.protocol.StationStateName;

/** Whether a station may be given to a visitor, and if not, why. */
public enum StationReadiness {
  READY,
  NOT_CONNECTED,
  /** It has not been proven clean since its last use. */
  NOT_CLEAN,
  BUSY,
  /** Clean and free, but with nothing on its screen yet, or for the moment. */
  NO_SCREEN,
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
      case LOCKED -> whenLocked(snapshot);
    };
  }

  private static StationReadiness whenLocked(StationSnapshot snapshot) {
    if (snapshot.unlocking()) {
      return BUSY;
    }
    if (!provenClean(snapshot)) {
      return NOT_CLEAN;
    }
    return snapshot.shellThere() ? READY : NO_SCREEN;
  }

  private static boolean provenClean(StationSnapshot snapshot) {
    StationSnapshot.LastReceipt receipt = snapshot.receipt();
    return receipt != null
        && receipt.residue() == 0
        && receipt.newerThanLastUse()
        && receipt.isNewest();
  }
}
