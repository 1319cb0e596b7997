package org.escale.server.workshops;

import java.util.UUID;

/** One workshop, on one date or on several. */
public record WorkshopId(UUID value) {

  public static WorkshopId random() {
    return new WorkshopId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static WorkshopId of(String text) {
    return new WorkshopId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
