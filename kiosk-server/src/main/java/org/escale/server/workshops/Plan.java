package org.escale.server.workshops;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.escale.protocol.StationId;
import org.escale.server.opening.Stretch;

/**
 * What a mediator would like to hold: nothing is kept yet.
 *
 * @param id of the workshop it becomes, so that the same plan sent twice is kept once
 * @param first the first date
 * @param start by the clock on the wall, every week alike
 * @param weeks how many dates, a week apart; 1: once
 * @param stations one for each seat
 */
public record Plan(
    WorkshopId id,
    String title,
    Level level,
    Theme theme,
    LocalDate first,
    LocalTime start,
    Duration length,
    int weeks,
    List<StationId> stations) {

  public static final int MOST_WEEKS = 12;
  public static final Duration LONGEST = Duration.ofHours(8);

  private static final int QUARTER = 15;

  public Plan {
    if (title.isBlank() || title.length() > Workshop.LONGEST_TITLE) {
      throw new IllegalArgumentException("a title is missing or too long");
    }
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new IllegalArgumentException("a series has 1 to " + MOST_WEEKS + " weeks");
    }
    if (start.getMinute() % QUARTER != 0 || start.getSecond() != 0) {
      throw new IllegalArgumentException("a workshop begins on a quarter of an hour");
    }
    if (!length.isPositive()
        || length.compareTo(LONGEST) > 0
        || length.toMinutes() % QUARTER != 0) {
      throw new IllegalArgumentException(
          "a workshop lasts whole quarters of an hour, not too many");
    }
    stations = stations.stream().distinct().toList();
    if (stations.isEmpty() || stations.size() > Workshop.MOST_SEATS) {
      throw new IllegalArgumentException("a workshop needs stations");
    }
  }

  /** When it would be, a week apart by the clock on the wall, also when clocks change. */
  public List<Stretch> dates(ZoneId zone) {
    return IntStream.range(0, weeks)
        .mapToObj(first::plusWeeks)
        .map(day -> day.atTime(start).atZone(zone).toInstant())
        .map(begin -> new Stretch(begin, begin.plus(length)))
        .toList();
  }
}
