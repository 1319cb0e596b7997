package org.escale.tour.bench;

import java.util.Locale;

/**
 * What a measure should be.
 *
 * @param comparison {@code <}, {@code ≤} or {@code ≥}, read aloud as it stands
 */
public record Aim(String comparison, double number) {

  public static Aim under(double number) {
    return new Aim("<", number);
  }

  public static Aim atMost(double number) {
    return new Aim("≤", number);
  }

  public static Aim atLeast(double number) {
    return new Aim("≥", number);
  }

  boolean metBy(double value) {
    return switch (comparison) {
      case "<" -> value < number;
      case "≥" -> value >= number;
      default -> value <= number;
    };
  }

  @Override
  public String toString() {
    return comparison + " " + String.format(Locale.ROOT, "%s", plain(number));
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : Double.toString(number);
  }
}
