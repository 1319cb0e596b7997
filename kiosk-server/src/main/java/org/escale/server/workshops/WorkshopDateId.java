package org.escale.server.workshops;

import java.util.UUID;

/** One date of a workshop. */
public record WorkshopDateId(UUID value) {

  public static WorkshopDateId random() {
    return new WorkshopDateId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static WorkshopDateId of(String text) {
    return new WorkshopDateId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
