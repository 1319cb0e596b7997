package org.escale.server.booking.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.escale.protocol.Protocol;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Bookings;
import org.escale.server.booking.FreeTime;
import org.escale.server.booking.Offers;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;

/** What a station may offer, and the slots that visitors book at it. */
public final class BookingRoutes implements Routes {

  private final Bookings bookings;
  private final Offers offers;

  public BookingRoutes(Bookings bookings, Offers offers) {
    this.bookings = bookings;
    this.offers = offers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(Protocol.OFFER_PATH, this::offer);
    routes.post(Protocol.SLOTS_PATH, this::slots);
    routes.post(Protocol.BOOKINGS_PATH, this::book);
  }

  private void offer(Context ctx) {
    StationJson.answer(ctx, offers.at(CallingStation.of(ctx)));
  }

  private void slots(Context ctx) {
    StationJson.answer(ctx, offers.slots(StationJson.read(ctx, Visits.SlotsWish.class)));
  }

  private void book(Context ctx) {
    Visits.Book wish = StationJson.read(ctx, Visits.Book.class);
    switch (bookings.book(CallingStation.of(ctx), wish)) {
      case Answer.Yes<Visits.Booked>(var booked) -> StationJson.answer(ctx, booked);
      case Answer.No<Visits.Booked>(var reason) ->
          StationJson.refuse(
              ctx,
              reason,
              offers.instead(
                  wish.slot(),
                  new FreeTime.Wanted(wish.slot().length(), wish.needs(), wish.station())));
    }
  }
}
