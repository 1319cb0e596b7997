package org.escale.server.usage.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.escale.server.platform.words.TimeWords;
import org.jspecify.annotations.Nullable;

/**
 * What one day came to, as totals.
 *
 * @param next the day after; null if this is today
 * @param counts each with its label, in the order of the table
 * @param guides each opened guide with its title and how often it was opened
 */
public record UsageView(
    LocalDate day,
    LocalDate previous,
    @Nullable LocalDate next,
    long visits,
    Duration used,
    long helped,
    List<Count> counts,
    List<Count> guides) {

  public UsageView {
    counts = List.copyOf(counts);
    guides = List.copyOf(guides);
  }

  /** A line of the table. */
  public record Count(String label, String value) {

    public Count(String label, long value) {
      this(label, Long.toString(value));
    }
  }

  /** The day in plain words. */
  public String sentence() {
    String when = next == null ? "Aujourd’hui" : "Ce jour-là";
    if (visits == 0) {
      return when + ", aucune visite n’a encore été comptée.";
    }
    String said =
        when
            + ", "
            + (visits == 1 ? "1 visite a été comptée" : visits + " visites ont été comptées")
            + ", pour "
            + TimeWords.length(used)
            + " d’ordinateur en tout";
    if (helped == 0) {
      return said + ".";
    }
    return said
        + "\u00a0; "
        + (helped == 1
            ? "une demande d’aide a été faite."
            : helped + " demandes d’aide ont été faites.");
  }
}
