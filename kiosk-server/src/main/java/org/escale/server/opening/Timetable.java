package org.escale.server.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The opening hours as the centre has decided them: every week alike, but for special days. Where
 * special days lie within others, the shorter ones hold.
 *
 * @param week a day that is missing is closed
 * @param specialDays by date; no two with the same first and last day
 */
public record Timetable(Map<DayOfWeek, List<Hours>> week, List<SpecialDays> specialDays) {

  private static final Comparator<SpecialDays> BY_DATE =
      Comparator.comparing(SpecialDays::first).thenComparing(SpecialDays::last);

  public Timetable {
    Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, hours) -> {
          if (!hours.isEmpty()) {
            days.put(day, Hours.inOrder(hours));
          }
        });
    week = Collections.unmodifiableMap(days);
    specialDays = specialDays.stream().sorted(BY_DATE).toList();
    for (int i = 1; i < specialDays.size(); i++) {
      if (BY_DATE.compare(specialDays.get(i - 1), specialDays.get(i)) == 0) {
        throw new IllegalArgumentException("the same special days twice");
      }
    }
  }

  /** The same hours every day. */
  public static Timetable daily(Hours hours) {
    return new Timetable(
        Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day, _ -> List.of(hours))),
        List.of());
  }

  public List<Hours> of(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  /** What this day follows instead of the week; empty if it follows the week. */
  public Optional<SpecialDays> specialOn(LocalDate day) {
    return specialDays.stream()
        .filter(days -> days.covers(day))
        .min(Comparator.comparingLong(SpecialDays::count).thenComparing(BY_DATE.reversed()));
  }

  public Timetable withWeek(Map<DayOfWeek, List<Hours>> other) {
    return new Timetable(other, specialDays);
  }

  /** With these days, instead of those with the same first and last day if there are any. */
  public Timetable with(SpecialDays days) {
    List<SpecialDays> all = new ArrayList<>(without(days.first(), days.last()).specialDays);
    all.add(days);
    return new Timetable(week, all);
  }

  public Timetable without(LocalDate first, LocalDate last) {
    return new Timetable(
        week, specialDays.stream().filter(days -> !days.areThoseOf(first, last)).toList());
  }

  /** Without what was over before this day. */
  Timetable since(LocalDate day) {
    return new Timetable(
        week, specialDays.stream().filter(days -> !days.last().isBefore(day)).toList());
  }

  /** The hours of this day, ended at this minute of it. */
  public List<Hours> endedAt(LocalDate day, int minute) {
    return hoursOf(day).stream()
        .filter(hours -> hours.fromMinute() < minute)
        .map(hours -> new Hours(hours.fromMinute(), Math.min(minute, hours.untilMinute())))
        .toList();
  }

  public List<Hours> hoursOf(LocalDate day) {
    return specialOn(day).map(SpecialDays::hours).orElseGet(() -> of(day.getDayOfWeek()));
  }

  public OpeningHours in(ZoneId zone) {
    SortedMap<LocalDate, List<Hours>> exceptions = new TreeMap<>();
    for (SpecialDays days : specialDays) {
      days.first()
          .datesUntil(days.last().plusDays(1))
          .forEach(day -> exceptions.put(day, hoursOf(day)));
    }
    return new OpeningHours(zone, week, exceptions);
  }
}
