package org.escale.server.opening;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days that do not follow the week: a date, or all the dates of a range.
 *
 * @param last the same as the first for one day
 * @param hours on each of these days; none if the centre stays closed
 * @param label why, for the staff, for example "Toussaint"; may be empty; never about a visitor
 */
public record SpecialDays(LocalDate first, LocalDate last, List<Hours> hours, String label) {

  public static final int LONGEST_LABEL = 40;
  public static final int MOST_DAYS = 366;

  public SpecialDays {
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw new IllegalArgumentException("special days are 1 to " + MOST_DAYS + " in a row");
    }
    if (!isLabel(label)) {
      throw new IllegalArgumentException("not a label");
    }
    hours = Hours.inOrder(hours);
  }

  public static boolean isLabel(String label) {
    return label.length() <= LONGEST_LABEL
        && label.equals(label.strip())
        && label.chars().noneMatch(Character::isISOControl);
  }

  public boolean isClosed() {
    return hours.isEmpty();
  }

  public boolean isOneDay() {
    return first.equals(last);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  public boolean areThoseOf(LocalDate from, LocalDate to) {
    return first.equals(from) && last.equals(to);
  }

  long count() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }
}
