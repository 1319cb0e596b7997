package org.escale.protocol;

/** What brought a session to its end. */
public enum EndReason {
  /** The visitor said she was done. */
  VISITOR,
  TIME_OVER,
  MEDIATOR,
  /** The screen was hidden and nobody proved to be its visitor in time. */
  HIDDEN_TOO_LONG,
  /** The visit could not be started or broke down. */
  FAILURE,
  /** The station's agent stopped during the session; a new one cannot vouch for it. */
  STATION_RESTARTED
}
