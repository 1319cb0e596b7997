package org.escale.protocol;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lets a visitor's telephone bring documents into her visit: eight signs of Crockford's base32
 * (no I, L, O or U; small letters, spaces and hyphens are accepted when typed), 40 bits. {@link
 * #toString()} never prints them.
 */
public record BringCode(String signs) {

  public static final int LENGTH = 8;

  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern EIGHT_SIGNS = Pattern.compile("[" + SIGNS + "]{" + LENGTH + "}");

  public BringCode {
    if (!EIGHT_SIGNS.matcher(signs).matches()) {
      throw new IllegalArgumentException("a code for telephones is eight signs");
    }
  }

  public static BringCode random(SecureRandom random) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return new BringCode(signs.toString());
  }

  /** The code that this text spells, or empty if a sign is wrong or missing. */
  public static Optional<BringCode> parse(String typed) {
    String signs =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return EIGHT_SIGNS.matcher(signs).matches()
        ? Optional.of(new BringCode(signs))
        : Optional.empty();
  }

  /** As it is read and typed: two groups of four. */
  public String spelled() {
    return signs.substring(0, LENGTH / 2) + "-" + signs.substring(LENGTH / 2);
  }

  @Override
  public String toString() {
    return "BringCode[hidden]";
  }
}
