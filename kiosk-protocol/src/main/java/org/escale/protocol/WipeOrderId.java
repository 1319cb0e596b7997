package org.escale.protocol;

import java.util.UUID;

/** The order to erase that travels with an unlock and that the receipt must quote. */
public record WipeOrderId(UUID value) {

  public static WipeOrderId random() {
    return new WipeOrderId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static WipeOrderId of(String text) {
    return new WipeOrderId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
