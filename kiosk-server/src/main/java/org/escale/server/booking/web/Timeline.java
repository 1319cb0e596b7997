package org.escale.server.booking.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.protocol.StationId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.DayPlans;
import org.escale.server.booking.QuarterHour;
import org.escale.server.opening.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * A day of the room as a table: a row for each station, a column for each quarter of an hour. What
 * lasts longer spans columns.
 *
 * @param hours the clock at the head of each four columns
 * @param now which of the hours it is; null if none
 */
public record Timeline(List<Instant> hours, @Nullable Instant now, List<Row> rows) {

  private static final int QUARTERS_OF_HOUR = 4;

  /** More columns than this are not pressed onto one screen. */
  private static final int FITTING = 56;

  public Timeline {
    hours = List.copyOf(hours);
    rows = List.copyOf(rows);
  }

  /** One station. */
  public record Row(StationId station, String name, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Some quarters of an hour in a row of the same station. */
  public sealed interface Cell {

    int quarters();

    /** Nobody can book here: closed, past, or too short. */
    record Shut(int quarters, boolean open) implements Cell {}

    /** A slot can begin here. */
    record Free(int quarters, Instant from) implements Cell {}

    /** Somebody's. */
    record Taken(int quarters, Booking booking) implements Cell {}
  }

  public boolean isLong() {
    return hours.size() * QUARTERS_OF_HOUR > FITTING;
  }

  public boolean isNow(Instant hour) {
    return hour.equals(now);
  }

  public int columns() {
    return hours.size() * QUARTERS_OF_HOUR;
  }

  public static Timeline of(DayPlans.DayPlan plan, LocalDate today, ZoneId zone) {
    Optional<Stretch> shown = shown(plan, plan.day().equals(today), zone);
    if (shown.isEmpty()) {
      return new Timeline(List.of(), null, List.of());
    }
    List<Instant> quarters = new ArrayList<>();
    QuarterHour quarter = QuarterHour.at(shown.get().opens());
    for (; quarter.start().isBefore(shown.get().closes()); quarter = quarter.next()) {
      quarters.add(quarter.start());
    }
    while (quarters.size() % QUARTERS_OF_HOUR != 0) {
      quarters.add(quarters.getLast().plus(QuarterHour.LENGTH));
    }
    List<Instant> hours = new ArrayList<>();
    for (int i = 0; i < quarters.size(); i += QUARTERS_OF_HOUR) {
      hours.add(quarters.get(i));
    }
    return new Timeline(
        hours,
        hours.stream()
            .filter(hour -> !hour.isAfter(plan.now()))
            .reduce((_, last) -> last)
            .orElse(null),
        plan.places().stream()
            .map(
                place ->
                    new Row(
                        place.station(), place.name(), new RowOfCells(plan, place, quarters).cut()))
            .toList());
  }

  /** From the first whole hour to the last that matters; of today, only what is not long past. */
  private static Optional<Stretch> shown(DayPlans.DayPlan plan, boolean isToday, ZoneId zone) {
    List<Booking> held = plan.places().stream().flatMap(place -> place.held().stream()).toList();
    Optional<Instant> first =
        Stream.concat(
                plan.open().stream().map(Stretch::opens), held.stream().map(Booking::startsAt))
            .min(Instant::compareTo);
    Optional<Instant> last =
        Stream.concat(plan.open().stream().map(Stretch::closes), held.stream().map(Booking::endsAt))
            .max(Instant::compareTo);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Instant recent = plan.now().minus(Duration.ofMinutes(30));
    Instant from = wholeHour(isToday && recent.isAfter(first.get()) ? recent : first.get(), zone);
    return from.isBefore(last.get())
        ? Optional.of(new Stretch(from, last.get()))
        : Optional.empty();
  }

  private static Instant wholeHour(Instant moment, ZoneId zone) {
    return moment.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
  }
}
