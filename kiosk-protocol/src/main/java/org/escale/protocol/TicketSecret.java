package org.escale.protocol;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The four digits that only the visitor knows. Shown to her once; kept elsewhere as a {@link
 * TicketProof}. {@link #toString()} never prints them.
 */
public record TicketSecret(String digits) {

  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

  public TicketSecret {
    if (!looksValid(digits)) {
      throw new IllegalArgumentException("a ticket secret is four digits");
    }
  }

  public static boolean looksValid(String text) {
    return FOUR_DIGITS.matcher(text).matches();
  }

  public static TicketSecret random(SecureRandom random) {
    return new TicketSecret(String.format(Locale.ROOT, "%04d", random.nextInt(10_000)));
  }

  @Override
  public String toString() {
    return "TicketSecret[hidden]";
  }
}
