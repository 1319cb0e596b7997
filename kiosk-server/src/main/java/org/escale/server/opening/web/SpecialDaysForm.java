package org.escale.server.opening.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.server.opening.SpecialDays;
import org.jspecify.annotations.Nullable;

/**
 * Special days to be added, as they were typed.
 *
 * @param faults what is wrong, by the field that it is said beside
 */
public record SpecialDaysForm(
    String first,
    String last,
    String label,
    boolean open,
    HoursFields hours,
    Map<String, String> faults) {

  private static final int YEARS_AHEAD = 2;
  private static final int MOST_SIGNS = 80;

  public SpecialDaysForm {
    faults = Map.copyOf(faults);
  }

  public static SpecialDaysForm empty() {
    return new SpecialDaysForm("", "", "", false, HoursFields.of(List.of()), Map.of());
  }

  static SpecialDaysForm read(Context ctx, LocalDate today) {
    Map<String, String> faults = new HashMap<>();
    String first = field(ctx, "first");
    String last = field(ctx, "last");
    String label = field(ctx, "label");
    boolean open = "yes".equals(ctx.formParam("open"));
    HoursFields hours = HoursFields.read(ctx, "special");
    if (!open) {
      hours = HoursFields.of(List.of());
    } else if (hours.fault() == null && hours.hours().isEmpty()) {
      hours = hours.withFault("Écrivez les heures d’ouverture, ou choisissez «\u00a0Fermé\u00a0».");
    }
    checkDates(date(first), last.isEmpty() ? date(first) : date(last), today, faults);
    if (!SpecialDays.isLabel(label)) {
      faults.put("label", "Choisissez 40 signes au plus.");
    }
    return new SpecialDaysForm(first, last, label, open, hours, faults);
  }

  /** What is wrong with this field; null if nothing is. */
  public @Nullable String fault(String field) {
    return faults.get(field);
  }

  boolean hasFault() {
    return !faults.isEmpty() || hours.fault() != null;
  }

  /** To be asked only if nothing is wrong. */
  SpecialDays days() {
    return new SpecialDays(
        LocalDate.parse(first),
        LocalDate.parse(last.isEmpty() ? first : last),
        hours.hours(),
        label);
  }

  private static void checkDates(
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      LocalDate today,
      Map<String, String> faults) {
    if (first == null) {
      faults.put("first", "Choisissez une date.");
    }
    if (last == null) {
      faults.put("last", "Choisissez une date, ou laissez vide.");
    }
    if (first == null || last == null) {
      return;
    }
    if (last.isBefore(today)) {
      faults.put("first", "Cette date est passée.");
    } else if (last.isBefore(first)) {
      faults.put("last", "Le dernier jour vient après le premier.");
    } else if (last.isAfter(today.plusYears(YEARS_AHEAD))) {
      faults.put("last", "Choisissez une date dans les deux ans.");
    } else if (ChronoUnit.DAYS.between(first, last) >= SpecialDays.MOST_DAYS) {
      faults.put("last", "Choisissez un an au plus.");
    }
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static String field(Context ctx, String name) {
    String value = ctx.formParam(name);
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), MOST_SIGNS));
  }
}
