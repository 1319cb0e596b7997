package org.escale.server.opening.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.IntSupplier;
import org.escale.server.opening.OpeningDesk;
import org.escale.server.opening.SpecialDays;
import org.escale.server.platform.http.MalformedRequestException;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;

/** Where an admin decides when the centre is open. */
public final class OpeningPages implements Routes {

  private static final String TEMPLATE = "opening/page.jte";
  private static final String FAULTS =
      "Rien n’est encore enregistré : voyez les indications plus bas.";

  private final OpeningDesk desk;
  private final IntSupplier bookingsOutside;
  private final AuditTrail audit;

  /**
   * @param bookingsOutside how many bookings the present hours have no place for
   */
  public OpeningPages(OpeningDesk desk, IntSupplier bookingsOutside, AuditTrail audit) {
    this.desk = desk;
    this.bookingsOutside = bookingsOutside;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/opening", this::show);
    routes.post("/opening/week", this::changeWeek);
    routes.post("/opening/days", this::setDays);
    routes.post("/opening/days/remove", this::removeDays);
  }

  private void show(Context ctx) {
    Caller.requireAdmin(ctx);
    OpeningView view = view(WeekForm.of(desk.timetable()), SpecialDaysForm.empty());
    ConsolePages.show(ctx, Place.OPENING, TEMPLATE, Map.of("view", view));
  }

  private void changeWeek(Context ctx) {
    Caller.requireAdmin(ctx);
    WeekForm week = WeekForm.read(ctx);
    if (week.hasFault()) {
      showAgain(ctx, view(week, SpecialDaysForm.empty()));
      return;
    }
    desk.changeWeek(week.week());
    audit.note(ctx, "opening.week", "");
    saved(ctx, "Les horaires de la semaine sont enregistrés.");
  }

  private void setDays(Context ctx) {
    Caller.requireAdmin(ctx);
    SpecialDaysForm form = SpecialDaysForm.read(ctx, desk.today());
    if (form.hasFault()) {
      showAgain(ctx, view(WeekForm.of(desk.timetable()), form));
      return;
    }
    SpecialDays days = form.days();
    desk.set(days);
    audit.note(ctx, "opening.days", subject(days.first(), days.last()));
    saved(ctx, "C’est enregistré.");
  }

  private void removeDays(Context ctx) {
    Caller.requireAdmin(ctx);
    LocalDate first = date(ctx, "first");
    LocalDate last = date(ctx, "last");
    desk.remove(first, last);
    audit.note(ctx, "opening.days-removed", subject(first, last));
    saved(ctx, "C’est retiré : ces jours suivent de nouveau la semaine.");
  }

  private OpeningView view(WeekForm week, SpecialDaysForm form) {
    return new OpeningView(
        week, OpeningView.notOver(desk.timetable().specialDays(), desk.today()), form);
  }

  private static void showAgain(Context ctx, OpeningView view) {
    ConsolePages.showAgain(ctx, Place.OPENING, FAULTS, TEMPLATE, Map.of("view", view));
  }

  /** Bookings made before are kept; whoever changes the hours is told of those left outside. */
  private void saved(Context ctx, String sentence) {
    int outside = bookingsOutside.getAsInt();
    String more =
        switch (outside) {
          case 0 -> "";
          case 1 -> " 1 réservation n’y tient plus : voyez la page «\u00a0Réservations\u00a0».";
          default ->
              " "
                  + outside
                  + " réservations n’y tiennent plus : voyez la page «\u00a0Réservations\u00a0».";
        };
    ConsolePages.goTo(ctx, Place.OPENING.path(), Flash.done(sentence + more));
  }

  private static String subject(LocalDate first, LocalDate last) {
    return first + "/" + last;
  }

  private static LocalDate date(Context ctx, String field) {
    try {
      return LocalDate.parse(FormFields.text(ctx, field));
    } catch (DateTimeException _) {
      throw new MalformedRequestException();
    }
  }
}
