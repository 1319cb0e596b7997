package org.escale.protocol;

import java.util.UUID;

/** One slot taken. */
public record BookingId(UUID value) {

  public static BookingId random() {
    return new BookingId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static BookingId of(String text) {
    return new BookingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
