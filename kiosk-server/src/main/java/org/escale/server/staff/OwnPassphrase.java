package org.escale.server.staff;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * Somebody of staff chooses a passphrase of her own, which who gave her the first one does not
 * know. Whoever calls it limits the tries.
 */
public final class OwnPassphrase {

  /** Why it stays as it was. */
  public enum Refusal {
    PRESENT_ONE_WRONG,
    TOO_SHORT
  }

  private final StaffStore store;
  private final AuditLog audit;
  private final SecureRandom random;

  public OwnPassphrase(StaffStore store, AuditLog audit, SecureRandom random) {
    this.store = store;
    this.audit = audit;
    this.random = random;
  }

  /**
   * Changes it, and signs her out everywhere else. Empty if that was done.
   *
   * @param here the token of the session that stays
   */
  public Optional<Refusal> change(StaffMember member, String present, String next, String here) {
    if (!Passphrase.isLongEnough(next)) {
      return Optional.of(Refusal.TOO_SHORT);
    }
    Optional<StaffStore.Account> account =
        store
            .account(member.name())
            .filter(found -> Passphrase.matches(present, found.passphraseHash()));
    if (account.isEmpty()
        || !store.changePassphrase(account.get(), Passphrase.hash(next, random), here)) {
      return Optional.of(Refusal.PRESENT_ONE_WRONG);
    }
    audit.note(member.id(), "staff.passphrase", member.id().toString());
    return Optional.empty();
  }
}
