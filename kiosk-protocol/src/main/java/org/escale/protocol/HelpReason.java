package org.escale.protocol;

/** Why a visitor calls a mediator. */
public enum HelpReason {
  DO_NOT_KNOW_WHAT_TO_DO,
  FORGOT_PASSWORD,
  PRINT,
  SOMETHING_IS_BROKEN
}
