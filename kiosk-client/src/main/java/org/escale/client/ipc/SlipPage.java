package org.escale.client.ipc;

import java.util.Base64;

/**
 * The picture of a ticket for a small printer.
 *
 * @param png in Base64, since messages are text
 */
public record SlipPage(String png) {

  public static SlipPage of(byte[] png) {
    return new SlipPage(Base64.getEncoder().encodeToString(png));
  }

  /** Not a picture if it is not Base64: then empty. */
  public byte[] bytes() {
    try {
      return Base64.getDecoder().decode(png);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** It shows a ticket's digits. */
  @Override
  public String toString() {
    return "SlipPage[hidden]";
  }
}
