package org.escale.tour.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param aim null where a figure is shown beside others without an aim of its own
 */
public record Measure(String name, double value, String unit, @Nullable Aim aim) {

  public String line() {
    String figure = String.format(Locale.ROOT, "%-44s %10.2f %s", name, value, unit);
    return aim == null
        ? figure
        : figure + "  (aim " + aim + ": " + (met() ? "met" : "missed") + ")";
  }

  public boolean met() {
    return aim == null || aim.metBy(value);
  }
}
