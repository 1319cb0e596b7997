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
import org.escale.server.sessions.UnlockCodes;

/** How a visitor begins: without a booking, with the digits of her ticket, or with a code. */
public final class VisitRoutes implements Routes {

  private final Sessions sessions;
  private final UnlockCodes codes;

  public VisitRoutes(Sessions sessions, UnlockCodes codes) {
    this.sessions = sessions;
    this.codes = codes;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Protocol.WALK_INS_PATH, this::takeNow);
    routes.post(Protocol.BOOKING_START_PATH, this::startBooked);
    routes.post(Protocol.CODES_PATH, this::useCode);
  }

  private void takeNow(Context ctx) {
    Visits.TakeNow wish = StationJson.read(ctx, Visits.TakeNow.class);
    answer(ctx, sessions.takeNow(CallingStation.of(ctx), wish));
  }

  private void startBooked(Context ctx) {
    Visits.Start start = StationJson.read(ctx, Visits.Start.class);
    answer(ctx, sessions.startBooked(CallingStation.of(ctx), start));
  }

  private void useCode(Context ctx) {
    Visits.UseCode wish = StationJson.read(ctx, Visits.UseCode.class);
    answer(ctx, codes.use(CallingStation.of(ctx), wish));
  }

  private static void answer(Context ctx, Answer<Visits.Granted> answer) {
    switch (answer) {
      case Answer.Yes<Visits.Granted>(var granted) -> StationJson.answer(ctx, granted);
      case Answer.No<Visits.Granted>(var reason) -> StationJson.refuse(ctx, reason);
    }
  }
}
