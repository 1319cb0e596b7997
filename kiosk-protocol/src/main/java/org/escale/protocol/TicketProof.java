package org.escale.protocol;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Lets a station or the server recognise a ticket's digits without keeping them. Four digits can be
 * tried out by whoever holds the proof, so it is kept like a secret; the throttle on tries is what
 * protects a ticket at a station.
 *
 * @param salt 16 random bytes, base64
 * @param hash PBKDF2-HMAC-SHA256 of the digits, 32 bytes, base64
 */
public record TicketProof(String salt, String hash) {

  private static final int ITERATIONS = 20_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  public static TicketProof of(TicketSecret secret, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new TicketProof(
        Base64.getEncoder().encodeToString(salt),
        Base64.getEncoder().encodeToString(derive(secret, salt)));
  }

  public boolean matches(TicketSecret secret) {
    byte[] expected = Base64.getDecoder().decode(hash);
    return MessageDigest.isEqual(expected, derive(secret, Base64.getDecoder().decode(salt)));
  }

  private static byte[] derive(TicketSecret secret, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(secret.digits().toCharArray(), salt, ITERATIONS, HASH_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "TicketProof[hidden]";
  }
}
