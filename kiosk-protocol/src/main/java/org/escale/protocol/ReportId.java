package org.escale.protocol;

import java.util.UUID;

/** One report of a station. The server counts a report once, however often it arrives. */
public record ReportId(UUID value) {

  public static ReportId random() {
    return new ReportId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static ReportId of(String text) {
    return new ReportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
