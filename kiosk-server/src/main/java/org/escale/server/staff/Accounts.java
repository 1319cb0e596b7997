package org.escale.server.staff;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who may sign in: admins give accounts, and take them back. */
public final class Accounts {

  /** Why an account could not be given. */
  public enum Refusal {
    NAME_NOT_USABLE,
    NAME_TAKEN,
    PASSPHRASE_TOO_SHORT
  }

  private final StaffStore store;
  private final SecureRandom random;
  private final InstantSource clock;

  public Accounts(StaffStore store, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.random = random;
    this.clock = clock;
  }

  /** The open accounts, by name. */
  public List<StaffMember> all() {
    return store.members();
  }

  /** Adds this account. Empty if that was done. */
  public Optional<Refusal> add(StaffMember member, String passphrase) {
    if (!StaffMember.isName(member.name())) {
      return Optional.of(Refusal.NAME_NOT_USABLE);
    }
    if (!Passphrase.isLongEnough(passphrase)) {
      return Optional.of(Refusal.PASSPHRASE_TOO_SHORT);
    }
    StaffStore.Account account =
        new StaffStore.Account(member, Passphrase.hash(passphrase, random));
    return store.add(account, clock.instant()) ? Optional.empty() : Optional.of(Refusal.NAME_TAKEN);
  }

  /**
   * Closes an account and ends its sessions at once. What it did stays in the audit log.
   *
   * @return false if there is no such account, or if it is the last admin's
   */
  public boolean remove(StaffId id) {
    return store.closeAccount(id, clock.instant());
  }
}
