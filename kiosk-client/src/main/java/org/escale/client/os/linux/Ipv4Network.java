package org.escale.client.os.linux;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of IPv4 addresses; a single address is one of length 32. */
record Ipv4Network(int first, int prefix) {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

  Ipv4Network {
    if (prefix < 0 || prefix > 32) {
      throw new IllegalArgumentException("not a prefix length: " + prefix);
    }
    first &= prefix == 0 ? 0 : -1 << (32 - prefix);
  }

  /**
   * @throws IllegalArgumentException if the text is no IPv4 address or network
   */
  static Ipv4Network parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an IPv4 address or network: " + text);
    }
    int address = 0;
    for (int part = 1; part <= 4; part++) {
      int value = Integer.parseInt(matcher.group(part));
      if (value > 255) {
        throw new IllegalArgumentException("not an IPv4 address or network: " + text);
      }
      address = address << 8 | value;
    }
    String length = matcher.group(5);
    return new Ipv4Network(address, length == null ? 32 : Integer.parseInt(length));
  }

  /** The address this many after the first one, written with the network's length. */
  String hostWithLength(int number) {
    return host(number) + "/" + prefix;
  }

  String host(int number) {
    return written(first + number);
  }

  @Override
  public String toString() {
    return written(first) + "/" + prefix;
  }

  private static String written(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }
}
