package org.escale.server.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where the counts are kept. Thread-safe; calls block. */
public interface UsageStore {

  /**
   * Something that happened once and is counted once.
   *
   * @param id its own, whatever brought word of it
   * @param guides opened guides, each counted once
   */
  record Occurrence(UUID id, LocalDate day, Map<Counter, Long> counts, Set<String> guides) {

    public Occurrence {
      counts = Map.copyOf(counts);
      guides = Set.copyOf(guides);
    }
  }

  /**
   * Remembers the occurrence and adds its counts to its day, both or neither.
   *
   * @return false if it was counted before
   */
  boolean add(Occurrence occurrence);

  /** The days of this stretch on which something was counted, both ends included. */
  List<DayUsage> between(LocalDate first, LocalDate last);

  /** Forgets which occurrences were counted before this day; the counts stay. */
  int forgetOccurrences(LocalDate before);
}
