package org.escale.client.os.linux;

import java.util.Set;

/** The users that the parts of a station run as. */
record Accounts(Account visitor, Account display, Account sound, Account shell) {

  static Accounts of(LinuxSettings.Users users) throws LinuxException {
    return new Accounts(
        Account.named(users.visitor()),
        Account.named(users.display()),
        Account.named(users.sound()),
        Account.named(users.shell()));
  }

  /** Numbers of those who act for a visit: what is theirs between two visits is left over. */
  Set<Integer> ofVisit() {
    return Set.of(visitor.uid(), display.uid(), sound.uid());
  }
}
