package org.escale.protocol;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Eight digits printed on paper, good once at one station while the server is away. {@link
 * #toString()} never prints them.
 */
public record EmergencyCode(String digits) {

  public static final int LENGTH = 8;

  private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");

  public EmergencyCode {
    if (!looksValid(digits)) {
      throw new IllegalArgumentException("an emergency code is eight digits");
    }
  }

  public static boolean looksValid(String text) {
    return EIGHT_DIGITS.matcher(text).matches();
  }

  public static EmergencyCode random(SecureRandom random) {
    return new EmergencyCode(String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000)));
  }

  /** As printed: two groups of four. */
  public String spelled() {
    return digits.substring(0, 4) + " " + digits.substring(4);
  }

  @Override
  public String toString() {
    return "EmergencyCode[hidden]";
  }
}
