package org.escale.server.opening.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.server.opening.Hours;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a day as they are typed: some parts, each from one time until another.
 *
 * @param parts as typed, so that nobody has to type them again
 * @param hours as meant; none if something is wrong
 * @param fault what is wrong, to be said beside the fields; null if nothing is
 */
public record HoursFields(List<Part> parts, List<Hours> hours, @Nullable String fault) {

  /** A day is opened this often at most. */
  public static final int PARTS = 3;

  private static final int QUARTER = 15;
  private static final int MOST_SIGNS = 8;

  /** As people write it: 9:30, 9h30, 9 h, 9. */
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:\\s?[:h]\\s?([0-5]\\d)?)?");

  public HoursFields {
    parts = List.copyOf(parts);
    hours = List.copyOf(hours);
  }

  /** From one time until another, each as a field shows it: {@code 9:30}, or empty. */
  public record Part(String from, String until) {

    boolean isEmpty() {
      return from.isEmpty() && until.isEmpty();
    }
  }

  /** Something is wrong with what was typed. */
  private static final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    Fault(String sentence) {
      super(sentence);
    }
  }

  public static HoursFields of(List<Hours> hours) {
    List<Part> parts = new ArrayList<>();
    for (Hours part : hours) {
      parts.add(new Part(text(part.fromMinute()), text(part.untilMinute())));
    }
    while (parts.size() < PARTS) {
      parts.add(new Part("", ""));
    }
    return new HoursFields(parts, hours, null);
  }

  /**
   * @param name of the fields, before {@code -from-0}, {@code -until-0} and so on
   */
  static HoursFields read(Context ctx, String name) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      parts.add(new Part(field(ctx, name + "-from-" + i), field(ctx, name + "-until-" + i)));
    }
    try {
      return new HoursFields(parts, hours(parts), null);
    } catch (Fault fault) {
      return new HoursFields(parts, List.of(), fault.getMessage());
    }
  }

  HoursFields withFault(String sentence) {
    return new HoursFields(parts, List.of(), sentence);
  }

  private static List<Hours> hours(List<Part> parts) throws Fault {
    List<Hours> hours = new ArrayList<>();
    for (Part part : parts) {
      if (!part.isEmpty()) {
        hours.add(hours(part));
      }
    }
    if (Hours.overlap(hours)) {
      throw new Fault("Ces heures se chevauchent.");
    }
    return Hours.inOrder(hours);
  }

  private static Hours hours(Part part) throws Fault {
    if (part.from().isEmpty() || part.until().isEmpty()) {
      throw new Fault("Il manque le début ou la fin.");
    }
    int from = minute(part.from());
    int until = minute(part.until());
    if (until == 0) {
      until = Hours.MINUTES_OF_DAY;
    }
    if (until <= from) {
      throw new Fault("La fin vient après le début.");
    }
    return new Hours(from, until);
  }

  private static int minute(String text) throws Fault {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new Fault("Écrivez les heures ainsi : 9:30.");
    }
    int minute =
        Integer.parseInt(time.group(1)) * 60
            + (time.group(2) == null ? 0 : Integer.parseInt(time.group(2)));
    if (minute > Hours.MINUTES_OF_DAY) {
      throw new Fault("Écrivez les heures ainsi : 9:30.");
    }
    if (minute % QUARTER != 0) {
      throw new Fault("Les heures vont par quarts d’heure : 9:00, 9:15, 9:30, 9:45.");
    }
    return minute;
  }

  private static String field(Context ctx, String name) {
    String value = ctx.formParam(name);
    String text = value == null ? "" : value.strip();
    return text.substring(0, Math.min(text.length(), MOST_SIGNS));
  }

  private static String text(int minute) {
    return String.format(Locale.ROOT, "%d:%02d", minute / 60, minute % 60);
  }
}
