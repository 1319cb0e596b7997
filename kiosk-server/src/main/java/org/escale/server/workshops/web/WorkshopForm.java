package org.escale.server.workshops.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.StationId;
import org.escale.server.platform.page.FormFields;
import org.escale.server.workshops.Level;
import org.escale.server.workshops.Plan;
import org.escale.server.workshops.Theme;
import org.escale.server.workshops.Workshop;
import org.escale.server.workshops.WorkshopId;

/**
 * What a mediator has filled in, right or not, so that it can be shown to her again.
 *
 * @param date like 2026-11-24
 * @param start like 14:00
 */
public record WorkshopForm(
    WorkshopId id,
    String title,
    Level level,
    Theme theme,
    String date,
    String start,
    int minutes,
    int weeks,
    List<StationId> stations) {

  private static final int USUAL_MINUTES = 120;

  /** Further ahead is a slip of the finger. */
  private static final Period FURTHEST = Period.ofYears(1);

  public WorkshopForm {
    stations = List.copyOf(stations);
  }

  /** Nothing filled in yet. */
  static WorkshopForm fresh(LocalDate day) {
    return new WorkshopForm(
        WorkshopId.random(),
        "",
        Level.DEBUTANT,
        Theme.PRENDRE_EN_MAIN_DU_MATERIEL,
        day.toString(),
        "14:00",
        USUAL_MINUTES,
        1,
        List.of());
  }

  static WorkshopForm read(Context ctx) {
    return new WorkshopForm(
        FormFields.read(ctx.formParam("id"), WorkshopId::of),
        FormFields.text(ctx, "title").strip(),
        FormFields.read(ctx.formParam("level"), Level::valueOf),
        FormFields.read(ctx.formParam("theme"), Theme::valueOf),
        FormFields.text(ctx, "date"),
        FormFields.text(ctx, "start"),
        FormFields.read(ctx.formParam("minutes"), Integer::valueOf),
        FormFields.read(ctx.formParam("weeks"), Integer::valueOf),
        ctx.formParams("station").stream()
            .map(text -> FormFields.read(text, StationId::of))
            .toList());
  }

  /** What is still missing or wrong; empty if nothing. */
  Optional<String> problem(LocalDate today) {
    if (title.isEmpty()) {
      return Optional.of("Donnez un titre à cet atelier.");
    }
    if (title.length() > Workshop.LONGEST_TITLE) {
      return Optional.of("Ce titre est trop long : " + Workshop.LONGEST_TITLE + " signes au plus.");
    }
    if (stations.isEmpty()) {
      return Optional.of("Choisissez au moins un poste.");
    }
    if (day().isEmpty()) {
      return Optional.of("Choisissez la première date.");
    }
    if (day().filter(day -> day.isAfter(today.plus(FURTHEST))).isPresent()) {
      return Optional.of("Choisissez une première date dans l’année qui vient.");
    }
    return time().isEmpty()
        ? Optional.of("Choisissez une heure de début, en quarts d’heure : 14:00, 14:15…")
        : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException if there is a problem, or something that the page does not
   *     offer
   */
  Plan plan() {
    return new Plan(
        id,
        title,
        level,
        theme,
        day().orElseThrow(IllegalArgumentException::new),
        time().orElseThrow(IllegalArgumentException::new),
        Duration.ofMinutes(minutes),
        weeks,
        stations);
  }

  private Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(date));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Optional<LocalTime> time() {
    try {
      return Optional.of(LocalTime.parse(start))
          .filter(time -> time.getMinute() % 15 == 0 && time.getSecond() == 0);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
