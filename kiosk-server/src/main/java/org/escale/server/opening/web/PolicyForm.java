package org.escale.server.opening.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.escale.server.opening.BookingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The policy, as it is or as it was typed.
 *
 * @param values what each field shows
 * @param faults what is wrong, by the field that it is said beside
 */
public record PolicyForm(Map<String, String> values, Map<String, String> faults) {

  public static final List<Integer> SLOT_MINUTES = quarters(16);
  public static final List<Integer> STEP_MINUTES = List.of(15, 30, 60);
  public static final List<Integer> EXTENSION_MINUTES = quarters(4);
  public static final int LONGEST_WAIT_MINUTES = 60;

  private static final int MOST_SIGNS = 6;

  public PolicyForm {
    values = Map.copyOf(values);
    faults = Map.copyOf(faults);
  }

  public static PolicyForm of(BookingPolicy policy) {
    return new PolicyForm(
        Map.of(
            "slot", minutes(policy.slotLength()),
            "step", minutes(policy.step()),
            "days", Integer.toString(policy.daysAhead()),
            "waited", minutes(policy.waitedFor()),
            "queue", minutes(policy.heldForQueue()),
            "extension", minutes(policy.extension())),
        Map.of());
  }

  static PolicyForm read(Context ctx) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> faults = new HashMap<>();
    for (String field : List.of("slot", "step", "days", "waited", "queue", "extension")) {
      String value = ctx.formParam(field);
      String text = value == null ? "" : value.strip();
      values.put(field, text.substring(0, Math.min(text.length(), MOST_SIGNS)));
    }
    PolicyForm form = new PolicyForm(values, faults);
    form.check("slot", SLOT_MINUTES, faults);
    form.check("step", STEP_MINUTES, faults);
    form.check("extension", EXTENSION_MINUTES, faults);
    form.check("days", 0, BookingPolicy.MOST_DAYS_AHEAD, faults);
    form.check("waited", 1, LONGEST_WAIT_MINUTES, faults);
    form.check("queue", 1, LONGEST_WAIT_MINUTES, faults);
    return new PolicyForm(values, faults);
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** What is wrong with this field; null if nothing is. */
  public @Nullable String fault(String field) {
    return faults.get(field);
  }

  /** Whether this choice is the one. */
  public boolean is(String field, int minutes) {
    return value(field).equals(Integer.toString(minutes));
  }

  boolean hasFault() {
    return !faults.isEmpty();
  }

  /** To be asked only if nothing is wrong. */
  BookingPolicy policy() {
    return new BookingPolicy(
        duration("slot"),
        duration("step"),
        Integer.parseInt(value("days")),
        duration("waited"),
        duration("queue"),
        duration("extension"));
  }

  private void check(String field, List<Integer> offered, Map<String, String> faults) {
    if (offered.stream().noneMatch(minutes -> is(field, minutes))) {
      faults.put(field, "Choisissez l’une de ces durées.");
    }
  }

  private void check(String field, int least, int most, Map<String, String> faults) {
    try {
      int number = Integer.parseInt(value(field));
      if (number >= least && number <= most) {
        return;
      }
    } catch (NumberFormatException _) {
      // Said below, in the same words.
    }
    faults.put(field, "Écrivez un nombre de " + least + " à " + most + ".");
  }

  private Duration duration(String field) {
    return Duration.ofMinutes(Integer.parseInt(value(field)));
  }

  private static String minutes(Duration duration) {
    return Long.toString(duration.toMinutes());
  }

  private static List<Integer> quarters(int most) {
    return IntStream.rangeClosed(1, most).mapToObj(quarter -> quarter * 15).toList();
  }
}
