package org.escale.protocol;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Six digits that a mediator reads off the console and a visitor types at her station, once and at
 * once. {@link #toString()} never prints them.
 */
public record UnlockCode(String digits) {

  public static final int LENGTH = 6;

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  public UnlockCode {
    if (!looksValid(digits)) {
      throw new IllegalArgumentException("an unlock code is six digits");
    }
  }

  public static boolean looksValid(String text) {
    return SIX_DIGITS.matcher(text).matches();
  }

  public static UnlockCode random(SecureRandom random) {
    return new UnlockCode(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)));
  }

  /** As read aloud: two groups of three. */
  public String spelled() {
    return digits.substring(0, 3) + " " + digits.substring(3);
  }

  @Override
  public String toString() {
    return "UnlockCode[hidden]";
  }
}
