package org.escale.server.stations;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.escale.protocol.EnrolmentCode;
import org.escale.protocol.StationId;

/** How a PC becomes one of the centre's stations: a code on the console, typed once on the PC. */
public final class StationEnrolment {

  public static final int MAX_NAME = 30;

  public static final Duration CODE_LIFE = Duration.ofHours(24);
  private static final int SECRET_BYTES = 32;

  private final EnrolmentStore store;
  private final PublicKey authority;
  private final SecureRandom random;
  private final InstantSource clock;

  public StationEnrolment(
      EnrolmentStore store, PublicKey authority, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.authority = authority;
    this.random = random;
    this.clock = clock;
  }

  public static boolean isName(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.length() <= MAX_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  /**
   * A code for one PC, good once and for a day. If there is a station of this name already, it is
   * that one set up anew.
   *
   * @throws IllegalArgumentException if it is not a name, see {@link #isName}
   */
  public EnrolmentCode issueCode(String stationName) {
    if (!isName(stationName)) {
      throw new IllegalArgumentException("not a name for a station");
    }
    EnrolmentCode code = EnrolmentCode.issue(random, authority);
    store.issue(code.secret(), stationName, clock.instant().plus(CODE_LIFE));
    return code;
  }

  public EnrolmentOutcome enrol(String codeSecret) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return store.enrol(
        codeSecret,
        StationId.random(),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
        clock.instant());
  }
}
