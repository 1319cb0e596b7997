package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers something for ten minutes, in memory alone. Thread-safe. */
final class ForTenMinutes<K, V> {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private record Kept<V>(V value, Instant until) {}

  /** Oldest first. */
  private final Map<K, Kept<V>> kept = new LinkedHashMap<>();

  synchronized void remember(K key, V value, Instant now) {
    forgetOld(now);
    kept.remove(key);
    kept.put(key, new Kept<>(value, now.plus(KEPT)));
  }

  /** What is remembered; if nothing is, this value from now on. */
  synchronized V orRemember(K key, V value, Instant now) {
    Optional<V> before = of(key, now);
    if (before.isEmpty()) {
      remember(key, value, now);
    }
    return before.orElse(value);
  }

  synchronized Optional<V> of(K key, Instant now) {
    forgetOld(now);
    return Optional.ofNullable(kept.get(key)).map(Kept::value);
  }

  private void forgetOld(Instant now) {
    Iterator<Kept<V>> oldest = kept.values().iterator();
    while (oldest.hasNext() && oldest.next().until().isBefore(now)) {
      oldest.remove();
    }
  }
}
