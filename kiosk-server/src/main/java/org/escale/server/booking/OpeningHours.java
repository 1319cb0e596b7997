package org.escale.server.booking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When the centre is open, every day alike. A day is the centre's day in its own zone. */
public sealed interface OpeningHours {

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

  /** Open from a time of day to a later one. */
  record Daily(LocalTime opens, LocalTime closes) implements OpeningHours {

    public Daily {
      if (!opens.isBefore(closes)) {
        throw new IllegalArgumentException("a centre opens before it closes");
      }
    }

    @Override
    public Optional<Stretch> around(Instant moment, ZoneId zone) {
      LocalDate day = moment.atZone(zone).toLocalDate();
      Stretch stretch =
          new Stretch(
              day.atTime(opens).atZone(zone).toInstant(),
              day.atTime(closes).atZone(zone).toInstant());
      return stretch.contains(moment) ? Optional.of(stretch) : Optional.empty();
    }
  }

  /**
   * @param text {@code all-day}, or two times like {@code 09:00-18:30}
   * @throws IllegalArgumentException if it is neither
   */
  static OpeningHours parse(String text) {
    String setting = text.strip();
    if (setting.equals("all-day")) {
      return new AllDay();
    }
    String[] times = setting.split("-", -1);
    if (times.length != 2) {
      throw new IllegalArgumentException("opening hours are all-day or like 09:00-18:30");
    }
    try {
      return new Daily(LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("opening hours are all-day or like 09:00-18:30", e);
    }
  }
}
