package org.escale.server.opening;

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

  @Override
  public int compareTo(Hours other) {
    return Integer.compare(fromMinute, other.fromMinute);
  }
}
