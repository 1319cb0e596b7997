package org.escale.protocol;

/** What a station is there for. */
public enum StationRole {
  /** People work at it, and may book at it too. */
  VISITS,
  /** People only book and queue at it. */
  RECEPTION
}
