package org.escale.protocol;

import java.util.UUID;

/** One call for a mediator. */
public record HelpRequestId(UUID value) {

  public static HelpRequestId random() {
    return new HelpRequestId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static HelpRequestId of(String text) {
    return new HelpRequestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
