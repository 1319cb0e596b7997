package org.escale.server.usage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counts of one day.
 *
 * @param guides how often each guide was opened, by its id
 */
public record DayUsage(LocalDate day, Map<Counter, Long> counts, Map<String, Long> guides) {

  public DayUsage {
    counts = Map.copyOf(counts);
    guides = Map.copyOf(guides);
  }

  /** A day on which nothing was counted. */
  public static DayUsage none(LocalDate day) {
    return new DayUsage(day, new EnumMap<>(Counter.class), Map.of());
  }

  public long count(Counter counter) {
    return counts.getOrDefault(counter, 0L);
  }

  /** How long all visits lasted together. */
  public Duration used() {
    return Duration.ofSeconds(count(Counter.USED_SECONDS));
  }

  /** The same in whole minutes. */
  public long minutes() {
    return used().toMinutes();
  }

  public long guidesOpened() {
    return guides.values().stream().mapToLong(Long::longValue).sum();
  }
}
