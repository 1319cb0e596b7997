package org.escale.server.workshops;

import java.time.Instant;
import java.util.List;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;

/**
 * A group that learns together: what, for whom, and when.
 *
 * @param dates in order
 */
public record Workshop(
    WorkshopId id, String title, Level level, Theme theme, int seats, List<Date> dates) {

  public static final int LONGEST_TITLE = 80;
  public static final int MOST_SEATS = 40;

  public Workshop {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a title has 1 to " + LONGEST_TITLE + " signs");
    }
    if (seats < 1 || seats > MOST_SEATS) {
      throw new IllegalArgumentException("a workshop has 1 to " + MOST_SEATS + " seats");
    }
    dates = List.copyOf(dates);
  }

  /** One meeting, with a station for each seat. */
  public record Date(
      WorkshopDateId id, Instant startsAt, Instant endsAt, State state, List<Seat> seats) {

    public Date {
      if (!startsAt.isBefore(endsAt)) {
        throw new IllegalArgumentException("a workshop starts before it ends");
      }
      seats = List.copyOf(seats);
    }

    public boolean isOver(Instant now) {
      return !now.isBefore(endsAt);
    }
  }

  /** A station reserved for somebody of the group. */
  public record Seat(StationId station, BookingId booking) {}

  /** What has become of a date. */
  public enum State {
    PLANNED,
    /** Somebody took part. */
    HELD,
    CANCELLED
  }

  /** The same without this date's seats looked at: what all dates share. */
  public Workshop withDates(List<Date> others) {
    return new Workshop(id, title, level, theme, seats, others);
  }
}
