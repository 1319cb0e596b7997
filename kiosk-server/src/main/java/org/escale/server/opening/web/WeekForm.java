package org.escale.server.opening.web;

import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escale.server.opening.Hours;
import org.escale.server.opening.Timetable;

/** The hours of the week, as they are or as they were typed. */
public record WeekForm(List<Day> days) {

  public WeekForm {
    days = List.copyOf(days);
  }

  /** One day of the week. */
  public record Day(DayOfWeek day, HoursFields fields) {

    /** How its fields begin, and where what is wrong is said. */
    public String id() {
      return day.name().toLowerCase(Locale.ROOT);
    }

    /** {@code lundi}. */
    public String name() {
      return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }
  }

  public static WeekForm of(Timetable timetable) {
    return new WeekForm(
        Arrays.stream(DayOfWeek.values())
            .map(day -> new Day(day, HoursFields.of(timetable.of(day))))
            .toList());
  }

  static WeekForm read(Context ctx) {
    return new WeekForm(
        Arrays.stream(DayOfWeek.values())
            .map(day -> new Day(day, HoursFields.read(ctx, day.name().toLowerCase(Locale.ROOT))))
            .toList());
  }

  boolean hasFault() {
    return days.stream().anyMatch(day -> day.fields().fault() != null);
  }

  Map<DayOfWeek, List<Hours>> week() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    days.forEach(day -> week.put(day.day(), day.fields().hours()));
    return week;
  }
}
