package org.escale.server.opening;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the centre has decided about time on its stations.
 *
 * @param slotLength of a usual slot and of a walk-in, in whole quarter hours
 * @param step slots begin on multiples of this after the hour: 15, 30 or 60 minutes
 * @param daysAhead how many days after today can be booked; 0: today alone
 * @param waitedFor a slot whose visitor has not come by then is given to others
 * @param heldForQueue how long a free station is kept for the ticket that is called to it
 * @param extension how much more time one press gives when nobody waits
 */
public record BookingPolicy(
    Duration slotLength,
    Duration step,
    int daysAhead,
    Duration waitedFor,
    Duration heldForQueue,
    Duration extension) {

  public static final int MOST_DAYS_AHEAD = 60;

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration LONGEST_SLOT = Duration.ofHours(4);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(60);
  private static final Set<Duration> STEPS =
      Set.of(QUARTER, QUARTER.multipliedBy(2), QUARTER.multipliedBy(4));

  /** What is usual where nobody has decided otherwise. */
  public static BookingPolicy usual() {
    return new BookingPolicy(
        Duration.ofMinutes(60),
        Duration.ofMinutes(15),
        7,
        Duration.ofMinutes(15),
        Duration.ofMinutes(5),
        QUARTER);
  }

  public BookingPolicy {
    require(isInQuarters(slotLength) && slotLength.compareTo(LONGEST_SLOT) <= 0, "slotLength");
    require(STEPS.contains(step), "step");
    require(daysAhead >= 0 && daysAhead <= MOST_DAYS_AHEAD, "daysAhead");
    require(isWait(waitedFor), "waitedFor");
    require(isWait(heldForQueue), "heldForQueue");
    require(isInQuarters(extension) && extension.compareTo(LONGEST_SLOT) <= 0, "extension");
  }

  public BookingPolicy withSlotLength(Duration length) {
    return new BookingPolicy(length, step, daysAhead, waitedFor, heldForQueue, extension);
  }

  /** What can be booked: the usual, and twice that for who needs more time. */
  public List<Duration> slotLengths() {
    return List.of(slotLength, slotLength.multipliedBy(2));
  }

  private static boolean isInQuarters(Duration length) {
    return length.isPositive() && length.toSeconds() % QUARTER.toSeconds() == 0;
  }

  private static boolean isWait(Duration wait) {
    return wait.isPositive() && wait.compareTo(LONGEST_WAIT) <= 0;
  }

  private static void require(boolean holds, String part) {
    if (!holds) {
      throw new IllegalArgumentException("out of bounds: " + part);
    }
  }
}
