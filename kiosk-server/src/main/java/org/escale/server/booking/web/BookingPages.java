package org.escale.server.booking.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.escale.protocol.BookingId;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.DayPlans;
import org.escale.server.booking.Granted;
import org.escale.server.booking.HeldBookings;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.platform.words.RefusalWords;

/** A day's bookings, and what staff does about one of them. */
public final class BookingPages implements Routes {

  private final HeldBookings heldBookings;
  private final BookingDiary diary;
  private final DayPlans plans;
  private final AuditTrail audit;
  private final ZoneId zone;

  public BookingPages(
      HeldBookings heldBookings,
      BookingDiary diary,
      DayPlans plans,
      AuditTrail audit,
      ZoneId zone) {
    this.heldBookings = heldBookings;
    this.diary = diary;
    this.plans = plans;
    this.audit = audit;
    this.zone = zone;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/bookings", this::show);
    routes.get("/bookings/{booking}", this::showOne);
    routes.post("/bookings/{booking}/cancel", this::cancel);
    routes.post("/bookings/{booking}/digits", this::renewDigits);
  }

  private void show(Context ctx) {
    AskedDay asked = AskedDay.of(ctx, plans.days());
    LocalDate today = plans.today();
    DayPlans.DayPlan plan = plans.of(asked.day());
    BookingsView view =
        new BookingsView(
            asked.day(),
            asked.day().equals(today),
            asked.previous(),
            asked.next(),
            zone,
            Timeline.of(plan, today, zone),
            plan.lines());
    ConsolePages.show(ctx, Place.BOOKINGS, "bookings/page.jte", Map.of("view", view));
  }

  private void showOne(Context ctx) {
    Booking booking = diary.find(id(ctx)).orElseThrow(NotFoundResponse::new);
    BookingView view = new BookingView(booking, plans.nameOf(booking.station()), zone);
    ConsolePages.show(ctx, Place.BOOKINGS, "bookings/one.jte", Map.of("view", view));
  }

  private void cancel(Context ctx) {
    BookingId id = id(ctx);
    String path = diary.find(id).map(this::dayPath).orElse(Place.BOOKINGS.path());
    if (heldBookings.cancel(id).isPresent()) {
      audit.note(ctx, "booking.cancel", id.toString());
      ConsolePages.goTo(
          ctx, path, Flash.done("La réservation est annulée, le créneau est de nouveau libre."));
    } else {
      ConsolePages.goTo(
          ctx, path, Flash.refused("Cette réservation a déjà commencé, ou n’existe plus."));
    }
  }

  /** Answers with the page itself: digits are in no address and are not kept. */
  private void renewDigits(Context ctx) {
    BookingId id = id(ctx);
    switch (heldBookings.renewDigits(id)) {
      case Answer.Yes<Granted>(Granted granted) -> {
        audit.note(ctx, "booking.digits", id.toString());
        Booking booking = granted.booking();
        TicketView view =
            new TicketView(
                "Nouveaux chiffres",
                id,
                booking.ticket(),
                granted.secret(),
                plans.nameOf(booking.station()),
                booking.startsAt(),
                booking.length(),
                zone);
        ConsolePages.show(ctx, Place.BOOKINGS, "bookings/ticket.jte", Map.of("view", view));
      }
      case Answer.No<Granted>(var reason) ->
          ConsolePages.goTo(ctx, Place.BOOKINGS.path(), Flash.refused(RefusalWords.of(reason)));
    }
  }

  private String dayPath(Booking booking) {
    return Place.BOOKINGS.path() + "?day=" + LocalDate.ofInstant(booking.startsAt(), zone);
  }

  private static BookingId id(Context ctx) {
    return FormFields.read(ctx.pathParam("booking"), BookingId::of);
  }
}
