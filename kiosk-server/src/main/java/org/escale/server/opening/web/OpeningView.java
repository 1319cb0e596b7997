package org.escale.server.opening.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.escale.server.opening.Hours;
import org.escale.server.opening.SpecialDays;
import org.escale.server.platform.words.TimeWords;

/** The page of opening hours. */
public record OpeningView(WeekForm week, List<SpecialDays> special, SpecialDaysForm form) {

  public OpeningView {
    special = List.copyOf(special);
  }

  /** For example {@code du samedi 19 décembre 2026 au dimanche 3 janvier 2027}. */
  public String dates(SpecialDays days) {
    return days.isOneDay()
        ? TimeWords.day(days.first())
        : "du " + TimeWords.day(days.first()) + " au " + TimeWords.day(days.last());
  }

  /** For example {@code de 9 h à 12 h, de 14 h à 18 h}. */
  public String hours(SpecialDays days) {
    return days.isClosed()
        ? "Fermé"
        : days.hours().stream().map(OpeningView::words).collect(Collectors.joining(", "));
  }

  private static String words(Hours hours) {
    return "de " + clock(hours.fromMinute()) + " à " + clock(hours.untilMinute());
  }

  private static String clock(int minute) {
    if (minute == Hours.MINUTES_OF_DAY) {
      return "minuit";
    }
    String hour = minute / 60 + "\u00a0h";
    return minute % 60 == 0
        ? hour
        : hour + "\u00a0" + String.format(Locale.ROOT, "%02d", minute % 60);
  }

  static List<SpecialDays> notOver(List<SpecialDays> all, LocalDate today) {
    return all.stream().filter(days -> !days.last().isBefore(today)).toList();
  }
}
