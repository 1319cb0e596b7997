package org.escale.server.booking.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.escale.protocol.Protocol;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Bookings;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;

/** What a station may offer, and the slots that visitors book at it. */
public final class BookingRoutes implements Routes {

  private final Bookings bookings;

  public BookingRoutes(Bookings bookings) {
    this.bookings = bookings;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(Protocol.OFFER_PATH, this::offer);
    routes.post(Protocol.BOOKINGS_PATH, this::book);
  }

  private void offer(Context ctx) {
    StationJson.answer(ctx, bookings.offer(CallingStation.of(ctx)));
  }

  private void book(Context ctx) {
    Visits.Book wish = StationJson.read(ctx, Visits.Book.class);
    switch (bookings.book(CallingStation.of(ctx), wish)) {
      case Answer.Yes<Visits.Booked>(var booked) -> StationJson.answer(ctx, booked);
      case Answer.No<Visits.Booked>(var reason) -> StationJson.refuse(ctx, reason);
    }
  }
}
