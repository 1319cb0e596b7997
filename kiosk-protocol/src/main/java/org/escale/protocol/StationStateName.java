package org.escale.protocol;

/** The states of a station, as the server and the console name them. */
public enum StationStateName {
  OUT_OF_SERVICE,
  WIPING,
  LOCKED,
  OPENING,
  IN_SESSION,
  HIDDEN,
  ENDING
}
