package org.escale.server.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * The set-up of a new server: whoever reads the code off the server itself becomes its first admin.
 */
public final class FirstAdmin {

  /** Outcome of a try. */
  public sealed interface Outcome {

    record Made(StaffMember admin) implements Outcome {}

    record Refused(SetupRefusal reason) implements Outcome {}
  }

  private static final Duration CODE_LIFE = Duration.ofHours(24);
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_SIGNS = 12;
  private static final int GROUP = 4;

  private final StaffStore store;
  private final AuditLog audit;
  private final SecureRandom random;
  private final InstantSource clock;

  public FirstAdmin(StaffStore store, AuditLog audit, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  public boolean isMissing() {
    return !store.hasAdmin();
  }

  /** A code that makes the first admin: good once, for a day; older ones are void. */
  public String issueCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_SIGNS; i++) {
      code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    store.keepSetupCode(code.toString(), clock.instant().plus(CODE_LIFE));
    return grouped(code);
  }

  public Outcome setUp(String typedCode, String name, String passphrase) {
    if (!StaffMember.isName(name)) {
      return new Outcome.Refused(SetupRefusal.NAME_NOT_USABLE);
    }
    if (!Passphrase.isLongEnough(passphrase)) {
      return new Outcome.Refused(SetupRefusal.PASSPHRASE_TOO_SHORT);
    }
    StaffMember admin = new StaffMember(StaffId.random(), name, Role.ADMIN);
    Optional<SetupRefusal> refusal =
        store.setUp(
            normalised(typedCode),
            new StaffStore.Account(admin, Passphrase.hash(passphrase, random)),
            clock.instant());
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    audit.note(admin.id(), "staff.set-up", admin.id().toString());
    return new Outcome.Made(admin);
  }

  private static String grouped(StringBuilder code) {
    StringBuilder groups = new StringBuilder(code);
    for (int i = CODE_SIGNS - GROUP; i > 0; i -= GROUP) {
      groups.insert(i, '-');
    }
    return groups.toString();
  }

  private static String normalised(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
