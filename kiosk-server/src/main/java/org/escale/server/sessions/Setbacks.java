package org.escale.server.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.protocol.StationId;

/**
 * The last wish about each station that came to nothing, for those who had it: until the next wish,
 * the next visit, or for a few minutes. Thread-safe.
 */
public final class Setbacks {

  private static final Duration WORTH_KNOWING = Duration.ofMinutes(5);

  private record Noted(Setback setback, Instant at) {}

  private final InstantSource clock;
  private final Map<StationId, Noted> noted = new ConcurrentHashMap<>();

  public Setbacks(InstantSource clock) {
    this.clock = clock;
  }

  void note(StationId station, Setback setback) {
    noted.put(station, new Noted(setback, clock.instant()));
  }

  void forget(StationId station) {
    noted.remove(station);
  }

  /** Those still worth knowing. */
  public Map<StationId, Setback> latest() {
    Instant since = clock.instant().minus(WORTH_KNOWING);
    noted.values().removeIf(each -> each.at().isBefore(since));
    Map<StationId, Setback> latest = new HashMap<>();
    noted.forEach((station, each) -> latest.put(station, each.setback()));
    return latest;
  }
}
