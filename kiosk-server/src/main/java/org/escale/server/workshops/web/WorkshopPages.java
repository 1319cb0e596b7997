package org.escale.server.workshops.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.protocol.Language;
import org.escale.protocol.StationId;
import org.escale.server.opening.Stretch;
import org.escale.server.platform.http.MalformedRequestException;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.platform.words.RefusalWords;
import org.escale.server.workshops.Outlook;
import org.escale.server.workshops.Plan;
import org.escale.server.workshops.Workshop;
import org.escale.server.workshops.WorkshopDateId;
import org.escale.server.workshops.WorkshopId;
import org.escale.server.workshops.Workshops;
import org.jspecify.annotations.Nullable;

/** Workshops: list, plan, detail, open, cancel. */
public final class WorkshopPages implements Routes {

  private final Workshops workshops;
  private final AuditTrail audit;
  private final ZoneId zone;
  private final InstantSource clock;

  public WorkshopPages(Workshops workshops, AuditTrail audit, ZoneId zone, InstantSource clock) {
    this.workshops = workshops;
    this.audit = audit;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/workshops", this::list);
    routes.get("/workshops/new", this::plan);
    routes.post("/workshops/check", this::check);
    routes.post("/workshops", this::keep);
    routes.get("/workshops/{workshop}", this::show);
    routes.post("/workshops/{workshop}/cancel", this::cancelSeries);
    routes.post("/workshops/{workshop}/dates/{date}/cancel", this::cancelDate);
    routes.post("/workshops/{workshop}/dates/{date}/open", this::openTogether);
    routes.post("/workshops/{workshop}/dates/{date}/seats/{station}/open", this::openOne);
  }

  private void list(Context ctx) {
    WorkshopsView view = new WorkshopsView(clock.instant(), zone, workshops.coming());
    ConsolePages.show(ctx, Place.WORKSHOPS, "workshops/page.jte", Map.of("view", view));
  }

  private void plan(Context ctx) {
    show(ctx, WorkshopForm.fresh(today()), null, List.of());
  }

  private void check(Context ctx) {
    WorkshopForm form = WorkshopForm.read(ctx);
    Optional<String> problem = form.problem(today());
    if (problem.isPresent()) {
      show(ctx, form, problem.get(), List.of());
    } else {
      show(ctx, form, null, workshops.lookAt(planOf(form)));
    }
  }

  /** Keeps what was looked at and is still so; anything else is looked at first. */
  private void keep(Context ctx) {
    WorkshopForm form = WorkshopForm.read(ctx);
    Optional<String> problem = form.problem(today());
    if (problem.isPresent()) {
      show(ctx, form, problem.get(), List.of());
      return;
    }
    Plan plan = planOf(form);
    List<Outlook> outlooks = workshops.lookAt(plan);
    if (workshops.find(plan.id()).isEmpty()
        && !fingerprint(form, outlooks).equals(ctx.formParam("checked"))) {
      show(ctx, form, null, outlooks);
      return;
    }
    List<Outlook> kept = workshops.keep(plan);
    if (workshops.find(plan.id()).isEmpty()) {
      show(ctx, form, null, kept);
      return;
    }
    audit.note(ctx, "workshop.keep", plan.id().toString());
    long reserved = kept.stream().filter(Outlook.Possible.class::isInstance).count();
    ConsolePages.goTo(ctx, pathOf(plan.id()), Flash.done(keptWords(reserved, kept.size())));
  }

  private void show(Context ctx) {
    Workshop workshop = workshop(ctx);
    Optional<Workshop.Date> open = workshop.dates().stream().filter(workshops::canOpen).findFirst();
    WorkshopView view =
        new WorkshopView(
            clock.instant(),
            zone,
            workshop,
            workshop.dates().stream().map(this::line).toList(),
            open,
            open.map(workshops::seatsOf).orElseGet(List::of));
    ConsolePages.show(ctx, Place.WORKSHOPS, "workshops/detail.jte", Map.of("view", view));
  }

  private void cancelSeries(Context ctx) {
    Workshop workshop = workshop(ctx);
    int cancelled = workshops.cancelSeries(workshop);
    if (cancelled > 0) {
      audit.note(ctx, "workshop.cancel", workshop.id().toString());
      back(
          ctx,
          Flash.done(
              cancelled == 1
                  ? "La date est annulée, les postes sont libres."
                  : cancelled + " dates sont annulées, les postes sont libres."));
    } else {
      back(ctx, Flash.refused("Il n’y a plus de date à annuler."));
    }
  }

  private void cancelDate(Context ctx) {
    Workshop.Date date = date(ctx);
    if (workshops.cancel(date)) {
      audit.note(ctx, "workshop.cancel-date", date.id().toString());
      back(ctx, Flash.done("La date est annulée, les postes sont libres."));
    } else {
      back(ctx, Flash.refused("Cette date a déjà commencé, ou est déjà annulée."));
    }
  }

  private void openTogether(Context ctx) {
    Workshop.Date date = openable(ctx);
    List<Workshops.Opened> opened = workshops.openTogether(date, language(ctx));
    audit.note(ctx, "workshop.open", date.id().toString());
    back(ctx, openedWords(opened));
  }

  private void openOne(Context ctx) {
    Workshop.Date date = openable(ctx);
    StationId station = FormFields.read(ctx.pathParam("station"), StationId::of);
    Workshop.Seat seat =
        date.seats().stream()
            .filter(each -> each.station().equals(station))
            .findFirst()
            .orElseThrow(NotFoundResponse::new);
    audit.note(ctx, "workshop.open-seat", seat.booking().toString());
    back(ctx, openedWords(List.of(workshops.open(seat, language(ctx)))));
  }

  private static Flash openedWords(List<Workshops.Opened> opened) {
    List<String> refused =
        opened.stream()
            .flatMap(
                each ->
                    each.refusal().stream()
                        .map(why -> each.stationName() + " : " + RefusalWords.of(why)))
            .toList();
    int done = opened.size() - refused.size();
    if (opened.isEmpty()) {
      return Flash.refused("Tous les postes de cette date sont déjà ouverts.");
    }
    String said =
        switch (done) {
          case 0 -> "Aucun poste ne s’ouvre.";
          case 1 -> "1 poste s’ouvre.";
          default -> done + " postes s’ouvrent.";
        };
    return refused.isEmpty()
        ? Flash.done(said)
        : Flash.refused(said + " " + String.join(" ", refused));
  }

  private void show(
      Context ctx, WorkshopForm form, @Nullable String problem, List<Outlook> outlooks) {
    PlanView view =
        new PlanView(
            zone,
            form,
            workshops.stations(),
            Workshops.lengths(),
            problem,
            outlooks.stream().map(this::planned).toList(),
            fingerprint(form, outlooks));
    ConsolePages.show(ctx, Place.WORKSHOPS, "workshops/new.jte", Map.of("view", view));
  }

  private PlanView.PlannedDate planned(Outlook outlook) {
    Stretch when = outlook.when();
    return new PlanView.PlannedDate(when.opens(), when.closes(), why(outlook));
  }

  private @Nullable String why(Outlook outlook) {
    return switch (outlook) {
      case Outlook.Possible _ -> null;
      case Outlook.Past _ -> "Cette date est déjà passée";
      case Outlook.Closed _ -> "Le lieu est fermé à ces heures";
      case Outlook.Taken(Stretch _, List<StationId> stations) -> "Déjà pris : " + names(stations);
      case Outlook.NoSuchStation(Stretch _, List<StationId> stations) ->
          "Hors service : " + names(stations);
    };
  }

  private WorkshopView.DateLine line(Workshop.Date date) {
    return new WorkshopView.DateLine(
        date,
        names(date.seats().stream().map(Workshop.Seat::station).toList()),
        workshops.opensFrom(date));
  }

  private String names(List<StationId> stations) {
    return stations.stream().map(workshops::nameOf).collect(Collectors.joining(", "));
  }

  /** Says exactly what was looked at and found; compared, never read. */
  private static String fingerprint(WorkshopForm form, List<Outlook> outlooks) {
    String dates =
        outlooks.stream()
            .map(each -> (each instanceof Outlook.Possible) + "@" + each.when().opens())
            .collect(Collectors.joining(" "));
    return Integer.toHexString(
            (form.minutes()
                    + form.stations().stream()
                        .map(StationId::toString)
                        .sorted()
                        .toList()
                        .toString())
                .hashCode())
        + " "
        + dates;
  }

  private static String keptWords(long reserved, int all) {
    if (all == 0) {
      return "Cet atelier est déjà réservé.";
    }
    String said = reserved == 1 ? "1 date est réservée." : reserved + " dates sont réservées.";
    return reserved == all ? said : said + " Les autres ne le sont pas.";
  }

  private Workshop workshop(Context ctx) {
    WorkshopId id = FormFields.read(ctx.pathParam("workshop"), WorkshopId::of);
    return workshops.find(id).orElseThrow(NotFoundResponse::new);
  }

  private Workshop.Date date(Context ctx) {
    WorkshopDateId id = FormFields.read(ctx.pathParam("date"), WorkshopDateId::of);
    return workshop(ctx).dates().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(NotFoundResponse::new);
  }

  private Workshop.Date openable(Context ctx) {
    Workshop.Date date = date(ctx);
    if (!workshops.canOpen(date)) {
      throw new MalformedRequestException();
    }
    return date;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private static Plan planOf(WorkshopForm form) {
    try {
      return form.plan();
    } catch (IllegalArgumentException _) {
      throw new MalformedRequestException();
    }
  }

  private static Language language(Context ctx) {
    return FormFields.read(ctx.formParam("language"), Language::valueOf);
  }

  private static void back(Context ctx, Flash flash) {
    ConsolePages.goTo(ctx, "/workshops/" + ctx.pathParam("workshop"), flash);
  }

  private static String pathOf(WorkshopId id) {
    return "/workshops/" + id;
  }
}
