package org.escale.server.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.escale.protocol.StationId;

/**
 * The wrong codes of the last ten minutes: five at a station, or twenty in the room, and no other
 * is looked at. For one thread at a time.
 */
final class WrongCodes {

  static final int AT_A_STATION = 5;
  static final int IN_THE_ROOM = 20;
  static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final Deque<Instant> room = new ArrayDeque<>();
  private final Map<StationId, Deque<Instant>> stations = new HashMap<>();

  boolean tooMany(StationId station, Instant now) {
    return recent(room, now) >= IN_THE_ROOM || recent(at(station), now) >= AT_A_STATION;
  }

  void note(StationId station, Instant now) {
    room.addLast(now);
    at(station).addLast(now);
  }

  private Deque<Instant> at(StationId station) {
    return stations.computeIfAbsent(station, _ -> new ArrayDeque<>());
  }

  private static int recent(Deque<Instant> tries, Instant now) {
    while (!tries.isEmpty() && !tries.getFirst().isAfter(now.minus(REMEMBERED))) {
      tries.removeFirst();
    }
    return tries.size();
  }
}
