package org.escale.server.booking.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.escale.server.booking.Booking;
import org.escale.server.booking.DayPlans;
import org.escale.server.booking.QuarterHour;
import org.jspecify.annotations.Nullable;

/** Cuts a station's day into cells: what is taken, and free time by the hour. */
record RowOfCells(DayPlans.DayPlan plan, DayPlans.PlacePlan place, List<Instant> quarters) {

  private static final int QUARTERS_OF_HOUR = 4;

  List<Timeline.Cell> cut() {
    List<Timeline.Cell> cells = new ArrayList<>();
    int at = 0;
    while (at < quarters.size()) {
      Booking booking = takenAt(at);
      int end = at + 1;
      while (end < quarters.size() && belongsTo(booking, end) && sameKind(at, end)) {
        end++;
      }
      cells.add(booking == null ? untaken(at, end) : new Timeline.Cell.Taken(end - at, booking));
      at = end;
    }
    return cells;
  }

  /** What is taken lasts as long as it lasts; anything else ends with the hour. */
  private boolean belongsTo(@Nullable Booking booking, int quarter) {
    Booking here = takenAt(quarter);
    return booking == null
        ? here == null && quarter % QUARTERS_OF_HOUR != 0
        : here != null && here.id().equals(booking.id());
  }

  private boolean sameKind(int first, int quarter) {
    return takenAt(first) != null || isOpen(first) == isOpen(quarter);
  }

  private Timeline.Cell untaken(int from, int end) {
    for (int quarter = from; quarter < end; quarter++) {
      if (place.freeStarts().contains(quarters.get(quarter))) {
        return new Timeline.Cell.Free(end - from, quarters.get(quarter));
      }
    }
    return new Timeline.Cell.Shut(end - from, isOpen(from));
  }

  private @Nullable Booking takenAt(int quarter) {
    Instant start = quarters.get(quarter);
    Instant end = start.plus(QuarterHour.LENGTH);
    for (Booking booking : place.held()) {
      if (booking.startsAt().isBefore(end) && booking.endsAt().isAfter(start)) {
        return booking;
      }
    }
    return null;
  }

  private boolean isOpen(int quarter) {
    Instant start = quarters.get(quarter);
    return plan.open().stream().anyMatch(open -> open.contains(start));
  }
}
