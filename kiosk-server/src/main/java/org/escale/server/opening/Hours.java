package org.escale.server.opening;

import java.util.List;

/**
 * A part of a day by the clock on the wall, in whole quarter hours.
 *
 * @param fromMinute minute of the day
 * @param untilMinute minute of the day, up to 1440 for midnight
 */
public record Hours(int fromMinute, int untilMinute) implements Comparable<Hours> {

  public static final int MINUTES_OF_DAY = 24 * 60;
  public static final Hours ALL_DAY = new Hours(0, MINUTES_OF_DAY);

  private static final int QUARTER = 15;

  public Hours {
    if (fromMinute < 0 || fromMinute >= untilMinute || untilMinute > MINUTES_OF_DAY) {
      throw new IllegalArgumentException("hours begin before they end, on the same day");
    }
    if (fromMinute % QUARTER != 0 || untilMinute % QUARTER != 0) {
      throw new IllegalArgumentException("hours begin and end on quarters of an hour");
    }
  }

  /**
   * The hours of one day, in order.
   *
   * @throws IllegalArgumentException if some of them overlap
   */
  public static List<Hours> inOrder(List<Hours> hours) {
    List<Hours> sorted = hours.stream().sorted().toList();
    if (overlap(sorted)) {
      throw new IllegalArgumentException("the hours of a day do not overlap");
    }
    return sorted;
  }

  /** True if some of these have time in common. */
  public static boolean overlap(List<Hours> hours) {
    List<Hours> sorted = hours.stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).fromMinute() < sorted.get(i - 1).untilMinute()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Hours other) {
    return Integer.compare(fromMinute, other.fromMinute);
  }
}
