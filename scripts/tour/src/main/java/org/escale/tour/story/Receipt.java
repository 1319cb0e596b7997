package org.escale.tour.story;

/** A wipe's receipt as the console shows it; numbers as they stand there. */
public record Receipt(String number, String residue, String totalMs) {

  @Override
  public String toString() {
    return "number %s, residue %s, erased in %s ms".formatted(number, residue, totalMs);
  }
}
