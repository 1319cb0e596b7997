package org.escale.server.staff;

import java.util.UUID;

/** One staff account: a random UUID, which is all that reports show of who helped. */
public record StaffId(UUID value) {

  public static StaffId random() {
    return new StaffId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static StaffId of(String text) {
    return new StaffId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
