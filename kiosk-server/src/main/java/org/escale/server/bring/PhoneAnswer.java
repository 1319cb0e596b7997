package org.escale.server.bring;

/** What a telephone is told about a document that it wanted to bring. */
public enum PhoneAnswer {
  /** It lies in the visit's home: its station says so. */
  STORED,
  /** Nobody is invited by this code, or not any more. */
  CODE_UNKNOWN,
  TOO_MANY_TRIES,
  /** The visit that the code was for has ended. */
  VISIT_OVER,
  /** The visit's screen is hidden: nothing in it runs. */
  HIDDEN,
  TOO_LARGE,
  /** Neither photo nor PDF. */
  OTHER_KIND,
  /** This visit has been brought as many as it may. */
  ENOUGH,
  /** Another document is on its way into this visit, or too many into the room. */
  ONE_MOMENT,
  HOME_FULL,
  /** The station does not take it, or says nothing. */
  STATION_AWAY
}
