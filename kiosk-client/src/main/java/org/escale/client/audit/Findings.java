package org.escale.client.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is found, by kind and place. */
final class Findings {

  private final Map<Kind, Map<String, Integer>> counts = new EnumMap<>(Kind.class);

  void add(Kind kind, String place) {
    add(kind, place, 1);
  }

  void add(Kind kind, String place, int count) {
    if (count > 0) {
      counts.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(place, count, Integer::sum);
    }
  }

  List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    counts.forEach(
        (kind, places) ->
            places.forEach((place, count) -> list.add(new Finding(kind, place, count))));
    return list;
  }
}
