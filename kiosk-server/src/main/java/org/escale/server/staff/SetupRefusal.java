package org.escale.server.staff;

/** Why the first admin could not be made. */
public enum SetupRefusal {
  /** There is an admin already. */
  DONE_BEFORE,
  CODE_UNKNOWN,
  CODE_EXPIRED,
  NAME_NOT_USABLE,
  PASSPHRASE_TOO_SHORT
}
