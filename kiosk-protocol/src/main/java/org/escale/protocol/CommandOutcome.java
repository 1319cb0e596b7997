package org.escale.protocol;

/** What became of a command: done, or why not. */
public enum CommandOutcome {
  DONE,
  /** The station has not been proven clean, so it opens for nobody. */
  REFUSED_NOT_CLEAN,
  /** The station is in use. */
  REFUSED_BUSY,
  /** The session named is not the one under way. */
  REFUSED_OTHER_SESSION,
  REFUSED_OUT_OF_SERVICE,
  /** Nothing in the station's present state answers to this command. */
  REFUSED_NOT_NOW,
  /** Tried and failed; the station is wiping. */
  FAILED
}
