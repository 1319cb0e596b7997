package org.escale.server.booking;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which quarter hours are taken of each station, or of whatever else is one's at a time, in memory,
 * so that looking for free time costs the same whatever lies in the past. It is told of each change
 * as it is made; a change that is not stored in the end is taken back. The store's key still
 * decides. Reading is thread-safe; telling is for one thread.
 */
public final class Occupancy<K> {

  private final long first;

  /** Replaced as a whole when it changes; bit 0 is the first quarter hour. */
  private final Map<K, BitSet> taken = new ConcurrentHashMap<>();

  /**
   * @param since nothing earlier is remembered
   */
  public Occupancy(Instant since) {
    this.first = QuarterHour.at(since).number();
  }

  /** True if no quarter hour that this stretch touches is taken. */
  public boolean isFree(K whose, Instant from, Instant to) {
    return isFree(whose, bit(QuarterHour.at(from).number()), end(to));
  }

  /** Those of these of which no quarter hour that this stretch touches is taken, in order. */
  public Stream<K> free(Collection<K> all, Instant from, Instant to) {
    int first = bit(QuarterHour.at(from).number());
    int end = end(to);
    return all.stream().filter(each -> isFree(each, first, end));
  }

  /** The start of the first taken quarter hour that begins at this moment or later. */
  Optional<Instant> nextTaken(K whose, Instant from) {
    BitSet bits = taken.get(whose);
    QuarterHour quarter = QuarterHour.at(from);
    long earliest = quarter.start().isBefore(from) ? quarter.number() + 1 : quarter.number();
    int next = bits == null ? -1 : bits.nextSetBit(bit(earliest));
    return next < 0 ? Optional.empty() : Optional.of(new QuarterHour(first + next).start());
  }

  /** This stretch is taken now. */
  public void take(K whose, Instant from, Instant to) {
    change(whose, from, to, true);
  }

  /** This stretch is free now. */
  public void free(K whose, Instant from, Instant to) {
    change(whose, from, to, false);
  }

  private void change(K whose, Instant from, Instant to, boolean isTaken) {
    int end = end(to);
    BitSet before = taken.get(whose);
    BitSet after = before == null ? new BitSet() : (BitSet) before.clone();
    after.set(bit(QuarterHour.at(from).number()), end, isTaken);
    taken.put(whose, after);
  }

  private boolean isFree(K whose, int firstBit, int endBit) {
    BitSet bits = taken.get(whose);
    int next = bits == null ? -1 : bits.nextSetBit(firstBit);
    return next < 0 || next >= endBit;
  }

  /** The bit after the last one that a stretch until this moment touches. */
  private int end(Instant to) {
    return bit(QuarterHour.at(to.minusNanos(1)).number() + 1);
  }

  private int bit(long quarter) {
    return Math.toIntExact(Math.max(0, quarter - first));
  }
}
