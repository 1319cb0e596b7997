package org.escale.server.platform.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as people say them in French. */
public final class TimeWords {

  /** Keeps a number and its unit on one line. */
  private static final String JOIN = "\u00a0";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);

  /** {@code 14 h 05}, or {@code 14 h} on the hour. */
  public static String clock(Instant moment, ZoneId zone) {
    LocalTime time = moment.atZone(zone).toLocalTime();
    String hour = time.getHour() + JOIN + "h";
    return time.getMinute() == 0
        ? hour
        : hour + JOIN + String.format(Locale.ROOT, "%02d", time.getMinute());
  }

  /** {@code dimanche 1er novembre 2026}. */
  public static String day(LocalDate day) {
    String words = DAY.format(day);
    return day.getDayOfMonth() == 1 ? words.replaceFirst(" 1 ", " 1er ") : words;
  }

  /**
   * {@code 12 minutes}, {@code 1 heure 5}; never negative. A rest of a minute is said as the whole
   * minute: 11:20 left is 12 minutes, as on the station.
   */
  public static String left(Duration duration) {
    if (duration.isPositive() && duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return "moins d’une minute";
    }
    return minutes(Math.max(0, duration.plusSeconds(59).toMinutes()));
  }

  /** How long ago, in whole minutes: {@code 4 minutes}, {@code un instant}. */
  public static String since(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 1 ? "un instant" : minutes(minutes);
  }

  /** {@code 45 minutes}, {@code 1 heure}, {@code 1 heure 30}. */
  public static String length(Duration duration) {
    return minutes(duration.toMinutes());
  }

  /** Short and measured: {@code 340 ms}, {@code 1,2 s}. */
  public static String exactly(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000
        ? millis + JOIN + "ms"
        : String.format(Locale.FRENCH, "%.1f", millis / 1000.0) + JOIN + "s";
  }

  private static String minutes(long minutes) {
    long hours = minutes / 60;
    long rest = minutes % 60;
    if (hours == 0) {
      return rest + JOIN + (rest < 2 ? "minute" : "minutes");
    }
    String said = hours + JOIN + (hours < 2 ? "heure" : "heures");
    return rest == 0 ? said : said + JOIN + String.format(Locale.ROOT, "%02d", rest);
  }

  private TimeWords() {}
}
