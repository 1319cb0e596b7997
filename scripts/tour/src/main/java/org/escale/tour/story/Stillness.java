package org.escale.tour.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A screen that has looked the same for a while. */
final class Stillness {

  /** Longer than a slow machine takes from saying what it shows to showing it. */
  private static final Duration A_WHILE = Duration.ofMillis(400);

  private String lastLook = "";
  private Instant since = Instant.MAX;

  /** The look, once it has stayed. */
  Optional<String> of(String look) {
    Instant now = Instant.now();
    if (!look.equals(lastLook)) {
      lastLook = look;
      since = now;
    }
    return since.plus(A_WHILE).isBefore(now) ? Optional.of(look) : Optional.empty();
  }
}
