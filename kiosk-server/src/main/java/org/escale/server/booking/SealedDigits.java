package org.escale.server.booking;

/**
 * What is kept of a ticket's digits: it recognises them with {@link DigitSeal}'s key and says
 * nothing about them without it.
 *
 * @param salt 16 random bytes, base64
 * @param seal HMAC-SHA256 of salt and digits, 32 bytes, base64
 */
public record SealedDigits(String salt, String seal) {

  @Override
  public String toString() {
    return "SealedDigits[hidden]";
  }
}
