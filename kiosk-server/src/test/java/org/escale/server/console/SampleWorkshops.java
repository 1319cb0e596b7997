package org.escale.server.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;
import org.escale.server.workshops.Level;
import org.escale.server.workshops.Theme;
import org.escale.server.workshops.Workshop;
import org.escale.server.workshops.WorkshopDateId;
import org.escale.server.workshops.WorkshopId;
import org.escale.server.workshops.Workshops;
import org.escale.server.workshops.Workshops.SeatState;
import org.escale.server.workshops.web.PlanView;
import org.escale.server.workshops.web.PlanView.PlannedDate;
import org.escale.server.workshops.web.WorkshopForm;
import org.escale.server.workshops.web.WorkshopView;
import org.escale.server.workshops.web.WorkshopsView;
import org.jspecify.annotations.Nullable;

/** Workshops in every state. */
final class SampleWorkshops {

  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final Duration WEEK = Duration.ofDays(7);

  static Map<String, WorkshopsView> lists() {
    Map<String, WorkshopsView> lists = new LinkedHashMap<>();
    lists.put(
        "full",
        view(
            List.of(
                workshop(0, "Premiers pas avec un ordinateur", 12),
                workshop(1, "Créer et envoyer son CV en ligne, et répondre aux annonces", 4))));
    lists.put("empty", view(List.of()));
    return lists;
  }

  static Map<String, PlanView> plans() {
    Map<String, PlanView> plans = new LinkedHashMap<>();
    plans.put("fresh", plan(form("", List.of()), null, List.of()));
    plans.put(
        "problem",
        plan(
            form("Premiers pas avec un ordinateur", List.of()),
            "Choisissez au moins un poste.",
            List.of()));
    plans.put("checked", plan(form("Premiers pas avec un ordinateur", stations(8)), null, dates()));
    return plans;
  }

  static WorkshopView detail() {
    Workshop workshop = workshop(0, "Premiers pas avec un ordinateur", 6);
    Workshop.Date today = workshop.dates().get(1);
    List<Workshops.SeatNow> seats = new ArrayList<>();
    for (int i = 0; i < today.seats().size(); i++) {
      seats.add(
          new Workshops.SeatNow(
              today.seats().get(i),
              SampleRoom.name(i + 1),
              SampleRoom.ticket(i),
              i == 0 ? SeatState.OPEN : SeatState.RESERVED));
    }
    return new WorkshopView(
        SampleRoom.NOW,
        SampleRoom.PARIS,
        workshop,
        workshop.dates().stream()
            .map(
                date ->
                    new WorkshopView.DateLine(
                        date, "Poste 1, Poste 2, Poste 3, Poste 4", date.startsAt()))
            .toList(),
        Optional.of(today),
        seats);
  }

  private static WorkshopsView view(List<Workshop> workshops) {
    return new WorkshopsView(SampleRoom.NOW, SampleRoom.PARIS, workshops);
  }

  private static Workshop workshop(int number, String title, int dates) {
    Instant first = SampleRoom.NOW.plus(Duration.ofMinutes(10)).minus(WEEK);
    return new Workshop(
        new WorkshopId(SampleRoom.uuid("workshop" + number)),
        title,
        number == 0 ? Level.DEBUTANT : Level.INTERMEDIAIRE,
        number == 0 ? Theme.PRENDRE_EN_MAIN_DU_MATERIEL : Theme.INSERTION_PROFESSIONNELLE,
        4,
        IntStream.range(0, dates)
            .mapToObj(i -> date(number, i, first.plus(WEEK.multipliedBy(i))))
            .toList());
  }

  private static Workshop.Date date(int workshop, int number, Instant start) {
    return new Workshop.Date(
        new WorkshopDateId(SampleRoom.uuid("date" + workshop + "-" + number)),
        start,
        start.plus(TWO_HOURS),
        switch (number) {
          case 0 -> Workshop.State.HELD;
          case 3 -> Workshop.State.CANCELLED;
          default -> Workshop.State.PLANNED;
        },
        stations(4).stream()
            .map(
                station ->
                    new Workshop.Seat(
                        station, new BookingId(SampleRoom.uuid("seat" + number + station))))
            .toList());
  }

  private static List<StationId> stations(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(SampleRoom::id).toList();
  }

  private static WorkshopForm form(String title, List<StationId> stations) {
    return new WorkshopForm(
        new WorkshopId(SampleRoom.uuid("form")),
        title,
        Level.DEBUTANT,
        Theme.PRENDRE_EN_MAIN_DU_MATERIEL,
        "2026-11-25",
        "14:00",
        120,
        stations.isEmpty() ? 1 : 5,
        stations);
  }

  private static PlanView plan(
      WorkshopForm form, @Nullable String problem, List<PlannedDate> dates) {
    return new PlanView(
        SampleRoom.PARIS,
        form,
        IntStream.rangeClosed(1, 16)
            .mapToObj(i -> new Workshops.StationChoice(SampleRoom.id(i), SampleRoom.name(i)))
            .toList(),
        Workshops.lengths(),
        problem,
        dates,
        "");
  }

  private static List<PlannedDate> dates() {
    List<PlannedDate> dates = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Instant start = SampleRoom.NOW.plus(WEEK.multipliedBy(i + 1L));
      dates.add(
          new PlannedDate(
              start,
              start.plus(TWO_HOURS),
              switch (i) {
                case 2 -> "Déjà pris : Poste 3, Poste 4";
                case 4 -> "Le lieu est fermé à ces heures";
                default -> null;
              }));
    }
    return dates;
  }

  private SampleWorkshops() {}
}
