package org.escale.server.booking.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.escale.protocol.BookingId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.Bookings;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;

/** The day's bookings, and giving one back. */
public final class BookingPages implements Routes {

  private final Bookings bookings;
  private final AuditTrail audit;
  private final ZoneId zone;
  private final InstantSource clock;

  public BookingPages(Bookings bookings, AuditTrail audit, ZoneId zone, InstantSource clock) {
    this.bookings = bookings;
    this.audit = audit;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/bookings", this::show);
    routes.post("/bookings/{booking}/cancel", this::cancel);
  }

  private void show(Context ctx) {
    BookingsView view =
        new BookingsView(
            LocalDate.ofInstant(clock.instant(), zone),
            zone,
            bookings.today().stream()
                .filter(line -> line.booking().kind() == Booking.Kind.BOOKED)
                .map(BookingPages::line)
                .toList());
    ConsolePages.show(ctx, Place.BOOKINGS, "bookings/page.jte", Map.of("view", view));
  }

  private void cancel(Context ctx) {
    BookingId id = FormFields.read(ctx.pathParam("booking"), BookingId::of);
    if (bookings.cancel(id).isPresent()) {
      audit.note(ctx, "booking.cancel", id.toString());
      back(ctx, Flash.done("La réservation est annulée, le créneau est de nouveau libre."));
    } else {
      back(ctx, Flash.refused("Cette réservation a déjà commencé, ou n’existe plus."));
    }
  }

  private static void back(Context ctx, Flash flash) {
    ConsolePages.goTo(ctx, Place.BOOKINGS.path(), flash);
  }

  private static BookingsView.Line line(Bookings.Line line) {
    Booking booking = line.booking();
    return new BookingsView.Line(
        booking.id(),
        booking.ticket(),
        line.stationName(),
        booking.startsAt(),
        Duration.between(booking.startsAt(), booking.endsAt()),
        status(booking.state()));
  }

  private static BookingsView.Status status(Booking.State state) {
    return switch (state) {
      case WAITING, HELD -> BookingsView.Status.COMING;
      case BEGUN -> BookingsView.Status.UNDER_WAY;
      case ENDED -> BookingsView.Status.OVER;
      case CALLED_OFF -> BookingsView.Status.CALLED_OFF;
      case CANCELLED -> BookingsView.Status.CANCELLED;
      case NOT_SHOWN -> BookingsView.Status.NOT_SHOWN;
    };
  }
}
