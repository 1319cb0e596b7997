package org.escale.protocol;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mediator reads off the console and types on a new station: a one-time secret, the
 * fingerprint of the centre's authority, and a check sign. 26 signs of Crockford's base32 (no I, L,
 * O or U; small letters, spaces and hyphens are accepted when typed), shown in groups.
 *
 * @param secret 65 bits as 13 signs
 * @param authority the first 60 bits of the SHA-256 of the authority's public key, as 12 signs
 */
public record EnrolmentCode(String secret, String authority) {

  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SECRET_SIGNS = 13;
  private static final int AUTHORITY_SIGNS = 12;
  private static final int GROUP = 5;

  public static EnrolmentCode issue(SecureRandom random, PublicKey authority) {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < SECRET_SIGNS; i++) {
      secret.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return new EnrolmentCode(secret.toString(), fingerprint(authority));
  }

  /** The code that this text spells, or empty if a sign is wrong or missing. */
  public static Optional<EnrolmentCode> parse(String typed) {
    String signs = normalise(typed);
    if (signs.length() != SECRET_SIGNS + AUTHORITY_SIGNS + 1
        || !signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)) {
      return Optional.empty();
    }
    String body = signs.substring(0, SECRET_SIGNS + AUTHORITY_SIGNS);
    if (signs.charAt(body.length()) != checkSign(body)) {
      return Optional.empty();
    }
    return Optional.of(
        new EnrolmentCode(body.substring(0, SECRET_SIGNS), body.substring(SECRET_SIGNS)));
  }

  /** True if this is the authority that the code was issued under. */
  public boolean names(PublicKey key) {
    return fingerprint(key).equals(authority);
  }

  /** The code as shown to people, in groups of five. */
  public String spelled() {
    String body = secret + authority;
    String signs = body + checkSign(body);
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < signs.length(); i++) {
      if (i > 0 && i % GROUP == 0) {
        groups.append('-');
      }
      groups.append(signs.charAt(i));
    }
    return groups.toString();
  }

  private static String normalise(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  private static String fingerprint(PublicKey key) {
    BigInteger digest = new BigInteger(1, sha256(key.getEncoded()));
    BigInteger first = digest.shiftRight(256 - 5 * AUTHORITY_SIGNS);
    StringBuilder signs = new StringBuilder();
    for (int i = AUTHORITY_SIGNS - 1; i >= 0; i--) {
      signs.append(SIGNS.charAt(first.shiftRight(5 * i).intValue() & 31));
    }
    return signs.toString();
  }

  /**
   * A weighted sum in the field of 32 elements, one for each sign, so that every wrong sign and
   * every two swapped neighbours show.
   */
  private static char checkSign(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum = timesX(sum) ^ SIGNS.indexOf(body.charAt(i));
    }
    return SIGNS.charAt(timesX(sum));
  }

  /** Multiplies by x modulo x⁵ + x² + 1. */
  private static int timesX(int element) {
    int product = element << 1;
    return product < SIGNS.length() ? product : product ^ 0b100101;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "EnrolmentCode[hidden]";
  }
}
