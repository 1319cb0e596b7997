package org.escale.server.workshops;

/** For whom a workshop is, in the terms of the funders' reports. */
public enum Level {
  DEBUTANT,
  INTERMEDIAIRE,
  AVANCE
}
