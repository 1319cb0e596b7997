package org.escale.tour.story;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A screen that has shown nothing new for a while; a caret that blinks is nothing new. */
final class Stillness {

  /** Longer than a slow machine takes from saying what it shows to showing it. */
  private static final Duration A_WHILE = Duration.ofMillis(400);

  private final Set<String> looks = new HashSet<>();
  private Instant since = Instant.MAX;

  /** The look, once nothing new has come. */
  Optional<String> of(String look) {
    Instant now = Instant.now();
    if (looks.add(look)) {
      since = now;
    }
    return since.plus(A_WHILE).isBefore(now) ? Optional.of(look) : Optional.empty();
  }
}
