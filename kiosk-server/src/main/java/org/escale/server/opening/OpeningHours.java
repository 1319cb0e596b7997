package org.escale.server.opening;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When the centre is open: every week alike, but for the days that have hours of their own. A day
 * is the centre's day in its own zone, so it may have 23 or 25 hours.
 *
 * @param week a day that is missing is closed
 * @param exceptions hours of one day; none for a day on which it is closed
 */
public record OpeningHours(
    ZoneId zone, Map<DayOfWeek, List<Hours>> week, SortedMap<LocalDate, List<Hours>> exceptions) {

  private static final int DAYS_LOOKED_AHEAD = 366;

  public OpeningHours {
    Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, hours) -> days.put(day, Hours.inOrder(hours)));
    week = Collections.unmodifiableMap(days);
    SortedMap<LocalDate, List<Hours>> dates = new TreeMap<>();
    exceptions.forEach((date, hours) -> dates.put(date, Hours.inOrder(hours)));
    exceptions = Collections.unmodifiableSortedMap(dates);
  }

  /** The same hours on every day of the week. */
  public static OpeningHours daily(ZoneId zone, Hours hours) {
    return new OpeningHours(
        zone,
        Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day, _ -> List.of(hours))),
        new TreeMap<>());
  }

  /** The hours of this day by the clock on the wall, in order. */
  public List<Hours> hoursOf(LocalDate day) {
    List<Hours> exception = exceptions.get(day);
    return exception != null ? exception : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  /** When the centre is open on this day, in order; with closed time between them. */
  public List<Stretch> on(LocalDate day) {
    List<Stretch> open = new ArrayList<>();
    for (Hours hours : hoursOf(day)) {
      stretch(day, hours)
          .ifPresent(
              next -> {
                if (!open.isEmpty() && open.getLast().reaches(next)) {
                  open.add(open.removeLast().with(next));
                } else {
                  open.add(next);
                }
              });
    }
    return List.copyOf(open);
  }

  /**
   * The stretch of opening that this moment lies in, as far as it reaches into the days beside;
   * empty if the centre is closed then.
   */
  public Optional<Stretch> around(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    Optional<Stretch> found = Optional.empty();
    for (LocalDate each : List.of(day.minusDays(1), day, day.plusDays(1))) {
      for (Stretch stretch : on(each)) {
        found =
            found.isPresent() && found.get().reaches(stretch)
                ? Optional.of(found.get().with(stretch))
                : found.filter(before -> before.contains(moment)).or(() -> Optional.of(stretch));
      }
    }
    return found.filter(stretch -> stretch.contains(moment));
  }

  public boolean isOpenAt(Instant moment) {
    return around(moment).isPresent();
  }

  /** When the centre, closed before, opens next after this moment; empty if not within a year. */
  public Optional<Instant> nextOpening(Instant after) {
    LocalDate today = LocalDate.ofInstant(after, zone);
    Stretch before = null;
    for (LocalDate day = today.minusDays(1);
        day.isBefore(today.plusDays(DAYS_LOOKED_AHEAD));
        day = day.plusDays(1)) {
      for (Stretch stretch : on(day)) {
        boolean goesOn = before != null && before.reaches(stretch);
        if (!goesOn && stretch.opens().isAfter(after)) {
          return Optional.of(stretch.opens());
        }
        before = stretch;
      }
    }
    return Optional.empty();
  }

  private Optional<Stretch> stretch(LocalDate day, Hours hours) {
    Instant opens = at(day, hours.fromMinute(), false);
    Instant closes = at(day, hours.untilMinute(), true);
    return opens.isBefore(closes) ? Optional.of(new Stretch(opens, closes)) : Optional.empty();
  }

  /**
   * @param end true for the moment after the last minute that the clock shows as before this one,
   *     false for the first minute that it shows as this one or later
   */
  private Instant at(LocalDate day, int minute, boolean end) {
    if (minute == Hours.MINUTES_OF_DAY) {
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
    LocalDateTime onTheWall = day.atTime(LocalTime.of(minute / 60, minute % 60));
    ZoneOffsetTransition change = zone.getRules().getTransition(onTheWall);
    if (change == null) {
      return onTheWall.atZone(zone).toInstant();
    }
    if (change.isGap()) {
      return change.getInstant();
    }
    boolean shownAgain = end && onTheWall.isAfter(change.getDateTimeAfter());
    return onTheWall.toInstant(shownAgain ? change.getOffsetAfter() : change.getOffsetBefore());
  }
}
