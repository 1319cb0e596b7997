package org.escale.server.booking;

import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.protocol.StationId;

/**
 * Which quarter hours are taken on each station, in memory, so that looking for free time costs the
 * same whatever lies in the past. It is told after each commit, in order; the store's key still
 * decides, for somebody else may be faster than this is told. Reading is thread-safe; telling is
 * for one thread.
 */
public final class Occupancy {

  private final long first;

  /** Replaced as a whole when it changes; bit 0 is the first quarter hour. */
  private final Map<StationId, BitSet> taken = new ConcurrentHashMap<>();

  /**
   * @param since nothing earlier is remembered
   */
  public Occupancy(Instant since) {
    this.first = QuarterHour.at(since).number();
  }

  /** True if no quarter hour that this stretch touches is taken. */
  boolean isFree(StationId station, Instant from, Instant to) {
    BitSet bits = taken.get(station);
    if (bits == null) {
      return true;
    }
    int next = bits.nextSetBit(bit(QuarterHour.at(from).number()));
    return next < 0 || next >= bit(QuarterHour.at(to.minusNanos(1)).number() + 1);
  }

  /** The start of the first taken quarter hour that begins at this moment or later. */
  Optional<Instant> nextTaken(StationId station, Instant from) {
    BitSet bits = taken.get(station);
    QuarterHour quarter = QuarterHour.at(from);
    long earliest = quarter.start().isBefore(from) ? quarter.number() + 1 : quarter.number();
    int next = bits == null ? -1 : bits.nextSetBit(bit(earliest));
    return next < 0 ? Optional.empty() : Optional.of(new QuarterHour(first + next).start());
  }

  /** This stretch is taken now. */
  public void take(StationId station, Instant from, Instant to) {
    change(station, from, to, true);
  }

  /** This stretch is free now. */
  public void free(StationId station, Instant from, Instant to) {
    change(station, from, to, false);
  }

  private void change(StationId station, Instant from, Instant to, boolean isTaken) {
    int end = bit(QuarterHour.at(to.minusNanos(1)).number() + 1);
    BitSet before = taken.get(station);
    BitSet after = before == null ? new BitSet() : (BitSet) before.clone();
    after.set(bit(QuarterHour.at(from).number()), end, isTaken);
    taken.put(station, after);
  }

  private int bit(long quarter) {
    return Math.toIntExact(Math.max(0, quarter - first));
  }
}
