package org.escale.protocol;

import java.util.UUID;

/** One shared PC, as the server knows it: a random UUID given at enrolment. */
public record StationId(UUID value) {

  public static StationId random() {
    return new StationId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static StationId of(String text) {
    return new StationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
