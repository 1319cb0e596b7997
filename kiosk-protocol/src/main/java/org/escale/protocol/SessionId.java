package org.escale.protocol;

import java.util.UUID;

/** One visitor's use of one station. Random; never tied to a person. */
public record SessionId(UUID value) {

  public static SessionId random() {
    return new SessionId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static SessionId of(String text) {
    return new SessionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
