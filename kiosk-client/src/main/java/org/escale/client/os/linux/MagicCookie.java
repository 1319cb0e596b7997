package org.escale.client.os.linux;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that admits to an X display. {@link #toString()} never prints it. */
record MagicCookie(String hexDigits) {

  static final String KIND = "MIT-MAGIC-COOKIE-1";

  private static final int LENGTH = 16;

  static MagicCookie random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return of(bytes);
  }

  static MagicCookie of(byte[] bytes) {
    return new MagicCookie(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hexDigits);
  }

  @Override
  public String toString() {
    return "MagicCookie[hidden]";
  }
}
