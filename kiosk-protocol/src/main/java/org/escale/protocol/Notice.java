package org.escale.protocol;

/** What the visitor can be told without a word of a mediator's own. */
public enum Notice {
  /** A mediator has seen the call and is on the way. */
  HELP_IS_COMING,
  /** The mediator has helped; the call is closed. */
  HELP_DONE,
  /** The centre closes early, and this session ends sooner than it was granted. */
  CLOSES_EARLY
}
