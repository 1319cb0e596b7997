package org.escale.client.station;

import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.EmergencySheet;
import org.escale.protocol.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * The printed codes that open this station while the server is away, and how they are tried.
 *
 * @param sheet null if it has none
 * @param used the numbers of the codes that have opened a visit
 * @param wrongTries since the last code that was right, or since no code was taken for a while
 * @param closedUntil too many were wrong: no code is looked at before then
 */
public record Emergency(
    @Nullable EmergencySheet sheet,
    Set<Integer> used,
    int wrongTries,
    @Nullable BootTime closedUntil) {

  public static final Emergency NONE = new Emergency(null, Set.of(), 0, null);

  static final int MOST_WRONG_TRIES = 5;
  static final Duration CLOSED = Duration.ofMinutes(10);

  public Emergency {
    used = Set.copyOf(used);
  }

  /** What became of a try; the station is left as {@code after} says in any case. */
  sealed interface Try {

    Emergency after();

    /** It opens a visit, and is spent. */
    record Good(EmergencySheet sheet, int number, Emergency after) implements Try {}

    record Bad(RefusalReason reason, Emergency after) implements Try {}
  }

  /**
   * What must outlive a power cut.
   *
   * @param wrongTries switching the station off gives no new ones
   */
  public record Kept(EmergencySheet sheet, Set<Integer> used, int wrongTries) {

    public Kept {
      used = Set.copyOf(used);
    }
  }

  /** A new sheet takes the place of the old one. */
  static Emergency of(@Nullable EmergencySheet sheet) {
    return new Emergency(sheet, Set.of(), 0, null);
  }

  /** As it was before a power cut. Who was to wait waits anew: nobody knows for how long it was. */
  static Emergency of(@Nullable Kept kept, BootTime now) {
    return kept == null
        ? NONE
        : new Emergency(
            kept.sheet(),
            kept.used(),
            kept.wrongTries(),
            kept.wrongTries() < MOST_WRONG_TRIES ? null : now.plus(CLOSED));
  }

  @Nullable Kept kept() {
    return sheet == null ? null : new Kept(sheet, used, wrongTries);
  }

  Try tried(EmergencyCode typed, BootTime now) {
    if (sheet == null) {
      return new Try.Bad(RefusalReason.CODE_NOT_AVAILABLE, this);
    }
    if (closedUntil != null && !now.reached(closedUntil)) {
      return new Try.Bad(RefusalReason.TOO_MANY_TRIES, this);
    }
    OptionalInt number = sheet.numberOf(typed);
    if (number.isEmpty()) {
      return new Try.Bad(RefusalReason.CODE_UNKNOWN, wronglyTried(now));
    }
    if (used.contains(number.getAsInt())) {
      return new Try.Bad(RefusalReason.CODE_NO_LONGER_VALID, this);
    }
    return new Try.Good(sheet, number.getAsInt(), spent(number.getAsInt()));
  }

  private Emergency wronglyTried(BootTime now) {
    int tries = closedUntil == null ? wrongTries + 1 : 1;
    return new Emergency(sheet, used, tries, tries < MOST_WRONG_TRIES ? null : now.plus(CLOSED));
  }

  private Emergency spent(int number) {
    Set<Integer> more = new HashSet<>(used);
    more.add(number);
    return new Emergency(sheet, more, 0, null);
  }
}
