package org.escale.protocol;

/** Why the server says no to a station's question. The interface turns it into kind words. */
public enum RefusalReason {
  MALFORMED_REQUEST,
  STATION_SECRET_WRONG,
  ENROLMENT_CODE_UNKNOWN,
  ENROLMENT_CODE_EXPIRED,
  ENROLMENT_CODE_USED,
  TOO_MANY_TRIES,
  CENTRE_CLOSED,
  SLOT_IN_THE_PAST,
  SLOT_TOO_FAR_AHEAD,
  SLOT_OUTSIDE_OPENING_HOURS,
  SLOT_LENGTH_NOT_OFFERED,
  SLOT_JUST_TAKEN,
  STATION_NOT_CONNECTED,
  STATION_NOT_CLEAN,
  STATION_BUSY,
  STATION_RESERVED,
  TICKET_UNKNOWN,
  TICKET_NOT_YET,
  TICKET_FOR_OTHER_STATION,
  CODE_NOT_AVAILABLE,
  /** The station could not reach the server; said by the station itself. */
  SERVER_NOT_REACHED
}
