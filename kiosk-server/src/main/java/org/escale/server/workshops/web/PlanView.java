package org.escale.server.workshops.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.escale.server.workshops.Workshops.StationChoice;
import org.jspecify.annotations.Nullable;

/**
 * A workshop that is being planned.
 *
 * @param problem what is missing or wrong; null if nothing
 * @param dates whether each could be had; empty until the plan was looked at
 * @param checked goes back with the form: what exactly was looked at
 */
public record PlanView(
    ZoneId zone,
    WorkshopForm form,
    List<StationChoice> stations,
    List<Duration> lengths,
    @Nullable String problem,
    List<PlannedDate> dates,
    String checked) {

  public PlanView {
    stations = List.copyOf(stations);
    lengths = List.copyOf(lengths);
    dates = List.copyOf(dates);
  }

  /**
   * One date of the plan.
   *
   * @param why it cannot be had; null if it can
   */
  public record PlannedDate(Instant start, Instant end, @Nullable String why) {}

  public long possible() {
    return dates.stream().filter(date -> date.why() == null).count();
  }

  /** What was found, in plain words. */
  public String found() {
    long possible = possible();
    if (possible == dates.size()) {
      return possible == 1
          ? "Cette date est possible. Rien n’est encore réservé."
          : "Les " + possible + " dates sont possibles. Rien n’est encore réservé.";
    }
    if (possible == 0) {
      return dates.size() == 1
          ? "Cette date n’est pas possible. Changez l’heure, la date ou les postes."
          : "Aucune de ces dates n’est possible. Changez l’heure, la date ou les postes.";
    }
    return possible
        + (possible == 1 ? " date est possible" : " dates sont possibles")
        + " sur "
        + dates.size()
        + ". Les autres ne seront pas réservées.";
  }

  /** What the button that keeps them says. */
  public String keep() {
    return possible() == 1 ? "Réserver cette date" : "Réserver ces " + possible() + " dates";
  }
}
