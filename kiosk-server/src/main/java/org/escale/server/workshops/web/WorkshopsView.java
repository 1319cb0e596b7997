package org.escale.server.workshops.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.escale.server.workshops.Workshop;

/** The workshops that are still to come, the next first. */
public record WorkshopsView(Instant now, ZoneId zone, List<Workshop> workshops) {

  public WorkshopsView {
    workshops = List.copyOf(workshops);
  }

  /** The next date that was not cancelled. */
  public Optional<Workshop.Date> next(Workshop workshop) {
    return workshop.dates().stream()
        .filter(date -> !date.isOver(now) && date.state() != Workshop.State.CANCELLED)
        .findFirst();
  }

  public long left(Workshop workshop) {
    return workshop.dates().stream()
        .filter(date -> !date.isOver(now) && date.state() != Workshop.State.CANCELLED)
        .count();
  }

  /** For example {@code 3 ateliers à venir.} */
  public String sentence() {
    return switch (workshops.size()) {
      case 0 -> "Aucun atelier à venir.";
      case 1 -> "1 atelier à venir.";
      default -> workshops.size() + " ateliers à venir.";
    };
  }
}
