package org.escale.protocol;

import java.util.UUID;

/** One command of the server. A station answers a repeat of it with the first result. */
public record CommandId(UUID value) {

  public static CommandId random() {
    return new CommandId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static CommandId of(String text) {
    return new CommandId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
