package org.escale.server.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Signing in and out. Whoever calls it limits the tries. */
public final class SignIn {

  /** A working day: nobody is asked twice in one, and no browser stays open over night. */
  public static final Duration SESSION_LIFE = Duration.ofHours(12);

  private static final int TOKEN_BYTES = 32;

  private final StaffStore store;
  private final AuditLog audit;
  private final SecureRandom random;
  private final InstantSource clock;
  private final String hashOfNobody;

  public SignIn(StaffStore store, AuditLog audit, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
    this.hashOfNobody = Passphrase.hash(token(), random);
  }

  /** Empty if there is no such account or the passphrase is wrong: which of them is not told. */
  public Optional<SignedIn> signIn(String name, String passphrase) {
    Optional<StaffStore.Account> account = store.account(name);
    String hash = account.map(StaffStore.Account::passphraseHash).orElse(hashOfNobody);
    boolean right = Passphrase.matches(passphrase, hash);
    if (account.isEmpty() || !right) {
      return Optional.empty();
    }
    return Optional.of(begin(account.get().member()));
  }

  /** Begins a session for somebody who has proven who she is. */
  public SignedIn begin(StaffMember member) {
    SignedIn begun =
        new SignedIn(
            token(), new StaffSession(member, token(), clock.instant().plus(SESSION_LIFE)));
    store.open(begun.token(), begun.session());
    audit.note(member.id(), "staff.sign-in", null);
    return begun;
  }

  public Optional<StaffSession> session(String token) {
    return store.session(token, clock.instant());
  }

  public void signOut(String token) {
    session(token).ifPresent(session -> audit.note(session.member().id(), "staff.sign-out", null));
    store.close(token);
  }

  /** Forgets the sessions that are over. */
  public int forgetThoseOver() {
    return store.purge(clock.instant());
  }

  /** A random token, for sessions and forms. */
  public String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
