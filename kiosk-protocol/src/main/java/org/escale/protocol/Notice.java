package org.escale.protocol;

/** What a mediator can tell the visitor without a word of her own. */
public enum Notice {
  /** A mediator has seen the call and is on the way. */
  HELP_IS_COMING,
  /** The mediator has helped; the call is closed. */
  HELP_DONE
}
