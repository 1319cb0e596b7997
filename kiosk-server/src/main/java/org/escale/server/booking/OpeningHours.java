package org.escale.server.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When the centre is open, every day alike. A day is the centre's day in its own zone. */
public sealed interface OpeningHours {

  int MINUTES_OF_DAY = 24 * 60;

  /** Open from one moment to another; the end itself is outside. */
  record Stretch(Instant opens, Instant closes) {

    public boolean contains(Instant moment) {
      return !moment.isBefore(opens) && moment.isBefore(closes);
    }

    public boolean contains(Instant from, Instant to) {
      return contains(from) && !to.isAfter(closes);
    }
  }

  /** The stretch of opening that this moment lies in; empty if the centre is closed then. */
  Optional<Stretch> around(Instant moment, ZoneId zone);

  /** Never closed: midnight ends no visit. */
  record AllDay() implements OpeningHours {

    @Override
    public Optional<Stretch> around(Instant moment, ZoneId zone) {
      LocalDate day = moment.atZone(zone).toLocalDate();
      return Optional.of(
          new Stretch(
              day.atStartOfDay(zone).toInstant(), day.plusDays(2).atStartOfDay(zone).toInstant()));
    }
  }

  /**
   * Open from a minute of the day to a later one, by the clock on the wall.
   *
   * @param untilMinute up to 1440 for midnight
   */
  record Daily(int fromMinute, int untilMinute) implements OpeningHours {

    public Daily {
      if (fromMinute < 0 || fromMinute >= untilMinute || untilMinute > MINUTES_OF_DAY) {
        throw new IllegalArgumentException("a centre opens before it closes, on the same day");
      }
    }

    @Override
    public Optional<Stretch> around(Instant moment, ZoneId zone) {
      LocalDate day = moment.atZone(zone).toLocalDate();
      Stretch stretch = new Stretch(at(fromMinute, day, zone), at(untilMinute, day, zone));
      return stretch.contains(moment) ? Optional.of(stretch) : Optional.empty();
    }

    private static Instant at(int minute, LocalDate day, ZoneId zone) {
      return minute == MINUTES_OF_DAY
          ? day.plusDays(1).atStartOfDay(zone).toInstant()
          : day.atTime(LocalTime.of(minute / 60, minute % 60)).atZone(zone).toInstant();
    }
  }

  /**
   * @param untilMinute up to 1440 for midnight; from 0 to 1440 is {@link AllDay}
   */
  static OpeningHours between(int fromMinute, int untilMinute) {
    return fromMinute == 0 && untilMinute == MINUTES_OF_DAY
        ? new AllDay()
        : new Daily(fromMinute, untilMinute);
  }
}
