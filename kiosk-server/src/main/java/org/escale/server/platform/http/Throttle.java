package org.escale.server.platform.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts failed tries by key (an account, an address) and says when there were too many. Forgets
 * them after a while, and when the server restarts. Thread-safe.
 */
public final class Throttle {

  private static final int MAX_KEYS = 10_000;

  private final int maxTries;
  private final Duration within;
  private final InstantSource clock;
  private final Map<String, Deque<Instant>> failures = new HashMap<>();

  public Throttle(int maxTries, Duration within, InstantSource clock) {
    this.maxTries = maxTries;
    this.within = within;
    this.clock = clock;
  }

  public synchronized boolean allows(String key) {
    Deque<Instant> tries = failures.get(key);
    return tries == null || recent(tries).size() < maxTries;
  }

  public synchronized void failed(String key) {
    if (failures.size() >= MAX_KEYS) {
      failures.values().removeIf(tries -> recent(tries).isEmpty());
    }
    Deque<Instant> tries = failures.computeIfAbsent(key, _ -> new ArrayDeque<>());
    tries.addLast(clock.instant());
    if (tries.size() > maxTries) {
      tries.removeFirst();
    }
  }

  public synchronized void succeeded(String key) {
    failures.remove(key);
  }

  private Deque<Instant> recent(Deque<Instant> tries) {
    Instant oldest = clock.instant().minus(within);
    while (!tries.isEmpty() && tries.getFirst().isBefore(oldest)) {
      tries.removeFirst();
    }
    return tries;
  }
}
