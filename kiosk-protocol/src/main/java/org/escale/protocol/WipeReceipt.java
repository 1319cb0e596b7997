package org.escale.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a station was erased. Each quotes the seal of the one before it, so that one that
 * is missing or was changed later shows.
 *
 * @param order the wipe order it carries out
 * @param session the session that was erased; null after a start-up wipe
 * @param number runs up by one for every receipt of a station
 * @param checked for each item that was looked at: how many were found and removed
 * @param residue how many were still there afterwards; 0 means clean
 * @param left for each item of which some were still there: how many; empty if an older program
 *     does not say
 * @param phases how long each phase took
 * @param programVersion version of the agent that wiped
 * @param finishedAt wall clock of the station, for people only; counted in whole milliseconds
 * @param previous seal of the receipt before it; null for the first
 */
public record WipeReceipt(
    WipeOrderId order,
    @Nullable SessionId session,
    long number,
    Map<WipeItem, Integer> checked,
    int residue,
    Map<WipeItem, Integer> left,
    Map<WipePhase, Duration> phases,
    String programVersion,
    Instant finishedAt,
    @Nullable String previous) {

  public WipeReceipt {
    if (number < 1) {
      throw new IllegalArgumentException("receipts are numbered from 1, not " + number);
    }
    if (residue < 0) {
      throw new IllegalArgumentException("residue cannot be negative: " + residue);
    }
    checked = Map.copyOf(checked);
    left = left == null ? Map.of() : Map.copyOf(left);
    if (!left.isEmpty() && sum(left) != residue) {
      throw new IllegalArgumentException("what is left is not the residue: " + residue);
    }
    phases = Map.copyOf(phases);
  }

  public boolean clean() {
    return residue == 0;
  }

  /** SHA-256 of all that it says, as 64 hexadecimal digits. */
  public String seal() {
    return ReceiptText.sealed(this);
  }

  private static int sum(Map<WipeItem, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public Duration total() {
    return phases.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
