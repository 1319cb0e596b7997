package org.escale.server.console;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.SpecialDays;
import org.escale.server.opening.Timetable;
import org.escale.server.opening.web.HoursFields;
import org.escale.server.opening.web.OpeningView;
import org.escale.server.opening.web.PolicyForm;
import org.escale.server.opening.web.SpecialDaysForm;
import org.escale.server.opening.web.WeekForm;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.Place;
import org.escale.server.stations.Station;
import org.jspecify.annotations.Nullable;

/** The pages of hours, rules and a station's setup: as they are, and with something wrong. */
final class SampleOpening {

  private static final Flash NOT_SAVED =
      Flash.refused("Rien n’est encore enregistré : voyez les indications plus bas.");

  Map<String, SamplePage> pages() {
    Map<String, SamplePage> pages = new LinkedHashMap<>();
    pages.put(
        "opening",
        opening(
            Flash.done("Les horaires de la semaine sont enregistrés."),
            new OpeningView(
                WeekForm.of(timetable()), timetable().specialDays(), SpecialDaysForm.empty())));
    pages.put("opening-faults", opening(NOT_SAVED, withFaults()));
    pages.put("rules", rules(null, PolicyForm.of(BookingPolicy.usual())));
    pages.put(
        "rules-faults",
        rules(
            NOT_SAVED,
            new PolicyForm(
                Map.of("slot", "45", "step", "30", "days", "90", "waited", "", "queue", "5"),
                Map.of(
                    "days",
                    "Écrivez un nombre de 0 à 60.",
                    "waited",
                    "Écrivez un nombre de 1 à 60."))));
    pages.put(
        "station-setup",
        new SamplePage(
            "stations/setup.jte",
            Place.STATIONS,
            null,
            Map.of(
                "station",
                new Station(
                    SampleRoom.id(4),
                    "Poste 4",
                    StationRole.VISITS,
                    Set.of(StationTrait.WHEELCHAIR_ACCESS, StationTrait.PRINTER_NEAR)))));
    return pages;
  }

  private static Timetable timetable() {
    Hours morning = new Hours(9 * 60, 12 * 60);
    Hours afternoon = new Hours(14 * 60, 18 * 60 + 30);
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(morning, afternoon));
    }
    week.put(DayOfWeek.SATURDAY, List.of(new Hours(10 * 60, 13 * 60)));
    week.remove(DayOfWeek.SUNDAY);
    return new Timetable(
        week,
        List.of(
            new SpecialDays(
                LocalDate.of(2026, 11, 27),
                LocalDate.of(2026, 11, 27),
                List.of(morning),
                "Réunion d’équipe"),
            new SpecialDays(
                LocalDate.of(2026, 12, 19),
                LocalDate.of(2027, 1, 3),
                List.of(),
                "Congés de fin d’année")));
  }

  private static OpeningView withFaults() {
    List<WeekForm.Day> days =
        WeekForm.of(timetable()).days().stream()
            .map(
                day ->
                    day.day() == DayOfWeek.TUESDAY
                        ? new WeekForm.Day(
                            day.day(),
                            new HoursFields(
                                day.fields().parts(), List.of(), "Ces heures se chevauchent."))
                        : day)
            .toList();
    HoursFields none =
        new HoursFields(
            HoursFields.of(List.of()).parts(),
            List.of(),
            "Écrivez les heures d’ouverture, ou choisissez « Fermé ».");
    return new OpeningView(
        new WeekForm(days),
        List.of(),
        new SpecialDaysForm(
            "2026-12-24",
            "2026-12-20",
            "Noël",
            true,
            none,
            Map.of("last", "Le dernier jour vient après le premier.")));
  }

  private static SamplePage opening(Flash flash, OpeningView view) {
    return new SamplePage("opening/page.jte", Place.OPENING, flash, Map.of("view", view));
  }

  private static SamplePage rules(@Nullable Flash flash, PolicyForm form) {
    return new SamplePage("opening/rules.jte", Place.OPENING, flash, Map.of("form", form));
  }
}
