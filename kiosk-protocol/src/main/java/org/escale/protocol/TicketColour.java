package org.escale.protocol;

/** The colour on a ticket. Never the only thing that tells two tickets apart to the eye. */
public enum TicketColour {
  BLUE,
  GREEN,
  ORANGE,
  PINK,
  RED,
  VIOLET
}
