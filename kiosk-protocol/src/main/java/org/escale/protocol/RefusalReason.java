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
  STATION_UNKNOWN,
  /** No station of the room has all that is needed. */
  NO_STATION_FITS,
  /** The station only books and queues. */
  STATION_IS_RECEPTION,
  /** Some station that fits is free: nobody need queue. */
  STATION_IS_FREE,
  /** More tickets go about than can be told apart. */
  NO_TICKET_LEFT,
  TICKET_UNKNOWN,
  TICKET_NOT_YET,
  TICKET_FOR_OTHER_STATION,
  TICKET_OF_ANOTHER_DAY,
  /** Its visit has begun: it can be neither moved nor given back. */
  TICKET_IN_USE,
  /** It waits in the queue and has not been called. */
  TICKET_STILL_WAITS,
  /** It was called off: the centre closes before. */
  CENTRE_CLOSES_EARLY,
  SESSION_OVER,
  /** No more time: somebody waits for a station. */
  SOMEBODY_WAITS,
  /** This station has no codes of this kind. */
  CODE_NOT_AVAILABLE,
  CODE_UNKNOWN,
  /** Its minute is over, or it has been used. */
  CODE_NO_LONGER_VALID,
  /** An emergency code, while the server can be reached. */
  CODE_ONLY_WITHOUT_SERVER,
  /** The station could not reach the server; said by the station itself. */
  SERVER_NOT_REACHED
}
