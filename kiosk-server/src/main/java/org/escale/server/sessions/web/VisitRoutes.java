package org.escale.server.sessions.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.escale.protocol.Protocol;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;
import org.escale.server.sessions.Sessions;

/** How a visitor begins: without a booking, or with the digits of her ticket. */
public final class VisitRoutes implements Routes {

  private final Sessions sessions;

  public VisitRoutes(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Protocol.WALK_INS_PATH, this::takeNow);
    routes.post(Protocol.BOOKING_START_PATH, this::startBooked);
  }

  private void takeNow(Context ctx) {
    Visits.TakeNow wish = StationJson.read(ctx, Visits.TakeNow.class);
    answer(ctx, sessions.takeNow(CallingStation.of(ctx), wish));
  }

  private void startBooked(Context ctx) {
    Visits.Start start = StationJson.read(ctx, Visits.Start.class);
    answer(ctx, sessions.startBooked(CallingStation.of(ctx), start));
  }

  private static void answer(Context ctx, Answer<Visits.Granted> answer) {
    switch (answer) {
      case Answer.Yes<Visits.Granted>(var granted) -> StationJson.answer(ctx, granted);
      case Answer.No<Visits.Granted>(var reason) -> StationJson.refuse(ctx, reason);
    }
  }
}
