package org.escale.server.workshops.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.escale.server.workshops.Workshop;
import org.escale.server.workshops.Workshops.SeatNow;

/**
 * One workshop with its dates, and the seats of the one that can be opened.
 *
 * @param open the date that can be opened now, if any
 * @param seats of that date
 */
public record WorkshopView(
    Instant now,
    ZoneId zone,
    Workshop workshop,
    List<DateLine> dates,
    Optional<Workshop.Date> open,
    List<SeatNow> seats) {

  public WorkshopView {
    dates = List.copyOf(dates);
    seats = List.copyOf(seats);
  }

  /**
   * @param stations their names, with commas between
   * @param opensFrom when its stations can be opened
   */
  public record DateLine(Workshop.Date date, String stations, Instant opensFrom) {}

  public boolean isOver(Workshop.Date date) {
    return date.isOver(now);
  }

  /** Begun and not over, whether somebody has come yet or not. */
  public boolean isUnderWay(Workshop.Date date) {
    return date.state() != Workshop.State.CANCELLED
        && !date.startsAt().isAfter(now)
        && !isOver(date);
  }

  public boolean mayCancel(Workshop.Date date) {
    return date.state() == Workshop.State.PLANNED && !isOver(date);
  }

  public long stillToCome() {
    return workshop.dates().stream().filter(this::mayCancel).count();
  }

  /** For example {@code 12 places, 5 dates à venir.} */
  public String sentence() {
    long coming = stillToCome();
    String places = workshop.seats() == 1 ? "1 place" : workshop.seats() + " places";
    return places
        + ", "
        + (coming == 0
            ? "aucune date à venir."
            : coming + (coming == 1 ? " date à venir." : " dates à venir."));
  }
}
