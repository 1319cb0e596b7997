package org.escale.server.bring;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.protocol.Bringing;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.jspecify.annotations.Nullable;

/** The documents that are on their way, one a station at most. Thread-safe. */
final class Handovers {

  static final int IN_THE_ROOM = 8;
  static final int A_VISIT = 40;

  /** How many documents were brought to the session that a station had last. */
  private record Count(SessionId session, int brought) {}

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<StationId, Handover> underWay = new HashMap<>();

  /** Those of them that no station has taken yet. */
  private final Map<StationId, Handover> waiting = new HashMap<>();

  /** Who asked last for a station: of those who ask, only that one is answered. */
  private final Map<StationId, Integer> asking = new HashMap<>();

  private final Map<StationId, Count> counts = new HashMap<>();

  /** Puts a document where its station finds it; not empty says why it cannot. */
  Optional<PhoneAnswer> begin(StationId station, Handover handover) {
    lock.lock();
    try {
      if (underWay.containsKey(station) || underWay.size() >= IN_THE_ROOM) {
        return Optional.of(PhoneAnswer.ONE_MOMENT);
      }
      if (brought(station, handover.session()) >= A_VISIT) {
        return Optional.of(PhoneAnswer.ENOUGH);
      }
      underWay.put(station, handover);
      waiting.put(station, handover);
      changed.signalAll();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The telephone has been answered, or has gone. */
  void end(StationId station, Handover handover) {
    lock.lock();
    try {
      handover.breakOff();
      underWay.remove(station, handover);
      waiting.remove(station, handover);
    } finally {
      lock.unlock();
    }
  }

  Optional<Handover> next(StationId station, Duration within) throws InterruptedException {
    lock.lock();
    try {
      int me = asking.merge(station, 1, Integer::sum);
      changed.signalAll();
      long left = within.toNanos();
      while (isLast(station, me) && !waiting.containsKey(station) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return isLast(station, me) ? Optional.ofNullable(waiting.remove(station)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  void told(StationId station, UUID document, Bringing.Outcome outcome) {
    lock.lock();
    try {
      Handover handover = underWay.get(station);
      if (handover != null && handover.id().equals(document)) {
        handover.told(outcome);
        if (outcome == Bringing.Outcome.STORED) {
          SessionId session = handover.session();
          counts.put(station, new Count(session, brought(station, session) + 1));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isLast(StationId station, int asked) {
    return Integer.valueOf(asked).equals(asking.get(station));
  }

  private int brought(StationId station, SessionId session) {
    @Nullable Count count = counts.get(station);
    return count != null && count.session().equals(session) ? count.brought() : 0;
  }
}
