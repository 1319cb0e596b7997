package org.escale.server.usage;

/** What is counted for each of the centre's days. */
public enum Counter {
  /** Sessions of a minute or more, on the day of their start. */
  VISITS,
  /** Visits without a booking, among the visits. */
  WALK_INS,
  /** Visits at the seats of workshops, among the visits. */
  WORKSHOP_VISITS,
  /** Workshops to which somebody came, on the day of the workshop. */
  WORKSHOPS,
  /** Sessions of less than a minute. */
  ABORTED_STARTS,
  /** Seconds that visits lasted. */
  USED_SECONDS,
  /** Slots booked, on the day of the slot. */
  BOOKINGS,
  /** Calls for a mediator. */
  HELP_ASKED,
  /** Stations erased and proven clean. */
  WIPES,
  /** Erasures that left something; the station went out of service. */
  WIPES_WITH_RESIDUE
}
