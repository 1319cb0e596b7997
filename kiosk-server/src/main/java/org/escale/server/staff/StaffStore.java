package org.escale.server.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: accounts, sign-ins and the set-up code. Of tokens and codes only digests are kept. */
public interface StaffStore {

  /**
   * @param passphraseHash see {@link Passphrase}
   */
  record Account(StaffMember member, String passphraseHash) {

    @Override
    public String toString() {
      return "Account[" + member.id() + "]";
    }
  }

  /** The open account of this name. */
  Optional<Account> account(String name);

  boolean hasAdmin();

  /** The open accounts, by name. */
  List<StaffMember> members();

  /**
   * Closes an account with its sessions; its name is free again. False if there is none, or if it
   * is the last admin's.
   */
  boolean closeAccount(StaffId id, Instant now);

  /** Adds an account. False if the name is taken. */
  boolean add(Account account, Instant now);

  /**
   * Gives an account another passphrase and ends its sessions, but for one. False if it is closed
   * or no longer as it was read.
   *
   * @param account as it was read
   * @param hash see {@link Passphrase}
   * @param stays the token of the session that goes on
   */
  boolean changePassphrase(Account account, String hash, String stays);

  void open(String token, StaffSession session);

  /** The session of this token, unless it is over. */
  Optional<StaffSession> session(String token, Instant now);

  void close(String token);

  /** Forgets the sessions that were over before this moment. */
  int purge(Instant before);

  /** Keeps this set-up code; an older one is void. */
  void keepSetupCode(String code, Instant expiresAt);

  /** Uses the code up and adds the first admin, in one step. Empty if that was done. */
  Optional<SetupRefusal> setUp(String code, Account admin, Instant now);
}
