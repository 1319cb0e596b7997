package org.escale.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Lets a station recognise the codes of one printed sheet without keeping them. One derivation
 * tells them all apart, so that a try costs the same whatever is typed.
 *
 * @param length of the visit that a code opens
 * @param iterations how slow a try is made, against who copies the station's disk
 * @param salt 16 random bytes, base64
 * @param hashes PBKDF2-HMAC-SHA256 of each code, 32 bytes, base64, in the order of the sheet
 */
public record EmergencySheet(
    UUID id, Duration length, int iterations, String salt, List<String> hashes) {

  /** No sheet has more codes. */
  public static final int MOST_CODES = 20;

  private static final int ITERATIONS = 50_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  public EmergencySheet {
    hashes = List.copyOf(hashes);
    if (!length.isPositive() || iterations < 1 || hashes.isEmpty() || hashes.size() > MOST_CODES) {
      throw new IllegalArgumentException(
          "no sheet has %d codes for %s".formatted(hashes.size(), length));
    }
  }

  /** Slow on purpose: some hundredths of a second for each code. */
  public static EmergencySheet of(Duration length, List<EmergencyCode> codes, SecureRandom random) {
    return of(length, codes, ITERATIONS, random);
  }

  /** The same, as slow as wished. */
  public static EmergencySheet of(
      Duration length, List<EmergencyCode> codes, int iterations, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new EmergencySheet(
        UUID.randomUUID(),
        length,
        iterations,
        Base64.getEncoder().encodeToString(salt),
        codes.stream().map(code -> derive(code, salt, iterations)).toList());
  }

  /** Which code of the sheet this is, from 1; empty if it is none of it. */
  public OptionalInt numberOf(EmergencyCode typed) {
    byte[] derived =
        derive(typed, Base64.getDecoder().decode(salt), iterations)
            .getBytes(StandardCharsets.US_ASCII);
    int found = 0;
    for (int i = 0; i < hashes.size(); i++) {
      if (MessageDigest.isEqual(hashes.get(i).getBytes(StandardCharsets.US_ASCII), derived)) {
        found = i + 1;
      }
    }
    return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  private static String derive(EmergencyCode code, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(code.digits().toCharArray(), salt, iterations, HASH_BITS);
      return Base64.getEncoder()
          .encodeToString(
              SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                  .generateSecret(spec)
                  .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "EmergencySheet[%s, %d codes]".formatted(id, hashes.size());
  }
}
