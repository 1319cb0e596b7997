package org.escale.server.booking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.escale.protocol.TicketSecret;

/**
 * Seals digits so that the database alone does not give them away: four digits are soon tried out,
 * but not without the key, which lies beside the database and in no copy of it. Thread-safe.
 */
public final class DigitSeal {

  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SALT_BYTES = 16;

  private final SecretKeySpec key;
  private final SecureRandom random;

  public DigitSeal(byte[] key, SecureRandom random) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.random = random;
  }

  SealedDigits seal(TicketSecret secret) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new SealedDigits(
        Base64.getEncoder().encodeToString(salt),
        Base64.getEncoder().encodeToString(mac(salt, secret)));
  }

  boolean matches(SealedDigits sealed, TicketSecret secret) {
    byte[] salt = Base64.getDecoder().decode(sealed.salt());
    return MessageDigest.isEqual(Base64.getDecoder().decode(sealed.seal()), mac(salt, secret));
  }

  private byte[] mac(byte[] salt, TicketSecret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(salt);
      return mac.doFinal(secret.digits().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
