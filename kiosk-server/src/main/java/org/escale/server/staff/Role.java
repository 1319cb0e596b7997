package org.escale.server.staff;

/** What a member of staff may do. */
public enum Role {
  /** Looks after the room and its visitors. */
  MEDIATOR,
  /** Also looks after stations, accounts and settings. */
  ADMIN
}
