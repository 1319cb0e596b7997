package org.escale.server.booking.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.DayPlans;
import org.escale.server.booking.FreeTime;
import org.escale.server.booking.HeldBookings;
import org.escale.server.platform.http.MalformedRequestException;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.platform.words.RefusalWords;
import org.jspecify.annotations.Nullable;

/** Booking for somebody at the desk, and moving a booking: a free time is chosen and pressed. */
public final class DeskPages implements Routes {

  private static final String TEMPLATE = "bookings/slots.jte";

  private final Bookings bookings;
  private final HeldBookings heldBookings;
  private final BookingDiary diary;
  private final DayPlans plans;
  private final AuditTrail audit;
  private final ZoneId zone;

  public DeskPages(
      Bookings bookings,
      HeldBookings heldBookings,
      BookingDiary diary,
      DayPlans plans,
      AuditTrail audit,
      ZoneId zone) {
    this.bookings = bookings;
    this.heldBookings = heldBookings;
    this.diary = diary;
    this.plans = plans;
    this.audit = audit;
    this.zone = zone;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/bookings/new", this::choose);
    routes.post("/bookings", this::book);
    routes.get("/bookings/{booking}/move", this::chooseAgain);
    routes.post("/bookings/{booking}/move", this::move);
  }

  private void choose(Context ctx) {
    Visits.Choices choices = plans.choices();
    String minutes = ctx.queryParam("length");
    Duration length =
        minutes == null
            ? choices.lengths().getFirst()
            : FormFields.read(minutes, DeskPages::minutes);
    Set<StationTrait> needs = needs(ctx.queryParams("need"));
    show(
        ctx, null, choices, new FreeTime.Wanted(length, needs, station(ctx.queryParam("station"))));
  }

  private void chooseAgain(Context ctx) {
    Booking booking = diary.find(id(ctx)).orElseThrow(NotFoundResponse::new);
    StationId station = station(ctx.queryParam("station"));
    show(
        ctx,
        booking,
        plans.choices(),
        new FreeTime.Wanted(booking.length(), booking.needs(), station));
  }

  private void show(
      Context ctx, @Nullable Booking moved, Visits.Choices choices, FreeTime.Wanted wanted) {
    AskedDay asked = AskedDay.of(ctx, plans.days());
    String from = ctx.queryParam("from");
    SlotsView view =
        new SlotsView(
            moved,
            UUID.randomUUID(),
            asked.day(),
            asked.previous(),
            asked.next(),
            zone,
            choices,
            wanted.length(),
            wanted.needs(),
            wanted.station(),
            plans.free(asked.day(), wanted),
            from == null ? null : moment(from));
    ConsolePages.show(ctx, Place.BOOKINGS, TEMPLATE, Map.of("view", view));
  }

  /** Answers with the page itself: digits are in no address and are not kept. */
  private void book(Context ctx) {
    UUID request = FormFields.read(FormFields.text(ctx, "request"), UUID::fromString);
    Instant start = moment(FormFields.text(ctx, "start"));
    Duration length = FormFields.read(FormFields.text(ctx, "length"), DeskPages::minutes);
    FreeTime.Wanted wanted =
        new FreeTime.Wanted(
            length, needs(ctx.formParams("need")), station(ctx.formParam("station")));
    switch (bookings.bookAtTheDesk(request, start, wanted)) {
      case Answer.Yes<Visits.Booked>(Visits.Booked booked) -> {
        audit.note(ctx, "booking.desk", booked.booking().toString());
        TicketView view =
            new TicketView(
                "C’est réservé",
                booked.booking(),
                booked.ticket(),
                booked.secret(),
                booked.stationName(),
                booked.slot().start(),
                booked.slot().length(),
                zone);
        ConsolePages.show(ctx, Place.BOOKINGS, "bookings/ticket.jte", Map.of("view", view));
      }
      case Answer.No<Visits.Booked>(var reason) ->
          ConsolePages.goTo(
              ctx,
              "/bookings/new?day=" + LocalDate.ofInstant(start, zone),
              Flash.refused(RefusalWords.of(reason)));
    }
  }

  private void move(Context ctx) {
    BookingId id = id(ctx);
    Instant start = moment(FormFields.text(ctx, "start"));
    switch (heldBookings.move(id, start, station(ctx.formParam("station")))) {
      case Answer.Yes<Booking> _ -> {
        audit.note(ctx, "booking.move", id.toString());
        ConsolePages.goTo(
            ctx,
            "/bookings/" + id,
            Flash.done("La réservation est déplacée. Le ticket garde ses chiffres."));
      }
      case Answer.No<Booking>(var reason) ->
          ConsolePages.goTo(
              ctx, "/bookings/" + id + "/move", Flash.refused(RefusalWords.of(reason)));
    }
  }

  private static BookingId id(Context ctx) {
    return FormFields.read(ctx.pathParam("booking"), BookingId::of);
  }

  /** Empty: anywhere that fits. */
  private static @Nullable StationId station(@Nullable String text) {
    return text == null || text.isEmpty() ? null : FormFields.read(text, StationId::of);
  }

  private static Set<StationTrait> needs(List<String> ticked) {
    return ticked.stream()
        .map(need -> FormFields.read(need, StationTrait::valueOf))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Duration minutes(String text) {
    return Duration.ofMinutes(Integer.parseInt(text));
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw new MalformedRequestException();
    }
  }
}
