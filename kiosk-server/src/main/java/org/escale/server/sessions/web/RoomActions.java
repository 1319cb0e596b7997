package org.escale.server.sessions.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.live.VisitLengths;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.words.RefusalWords;
import org.escale.server.sessions.Order;
import org.escale.server.sessions.SessionOrders;
import org.escale.server.sessions.Sessions;

/** What a mediator does with a station and its session, from its card. */
public final class RoomActions implements Routes {

  private static final String ROOM = "/";

  private final Sessions sessions;
  private final SessionOrders sessionOrders;
  private final AuditTrail audit;

  public RoomActions(Sessions sessions, SessionOrders sessionOrders, AuditTrail audit) {
    this.sessions = sessions;
    this.sessionOrders = sessionOrders;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/stations/{station}/unlock", this::unlock);
    routes.post("/bookings/{booking}/begin", this::begin);
    routes.post("/sessions/{session}/extend", this::extend);
    routes.post("/sessions/{session}/hide", this::hide);
    routes.post("/sessions/{session}/end", this::end);
    routes.post("/stations/{station}/out-of-service", this::outOfService);
    routes.post("/stations/{station}/in-service", this::inService);
  }

  private void unlock(Context ctx) {
    StationId station = station(ctx);
    Duration longest = Duration.ofMinutes(FormFields.minutes(ctx, VisitLengths.OFFERED));
    answer(
        ctx, sessions.unlockForWalkIn(station, language(ctx), longest), "station.unlock", station);
  }

  private void begin(Context ctx) {
    BookingId booking = FormFields.read(ctx.pathParam("booking"), BookingId::of);
    answer(ctx, sessions.unlockForBooking(booking, language(ctx)), "booking.begin", booking);
  }

  private void extend(Context ctx) {
    SessionId session = session(ctx);
    Duration by = Duration.ofMinutes(FormFields.minutes(ctx, VisitLengths.EXTENSIONS));
    answer(ctx, sessionOrders.extend(session, by), "session.extend", session);
  }

  private void hide(Context ctx) {
    SessionId session = session(ctx);
    answer(ctx, sessionOrders.hide(session), "session.hide", session);
  }

  private void end(Context ctx) {
    SessionId session = session(ctx);
    answer(ctx, sessionOrders.end(session), "session.end", session);
  }

  private void outOfService(Context ctx) {
    StationId station = station(ctx);
    answer(ctx, sessionOrders.outOfService(station), "station.out-of-service", station);
  }

  private void inService(Context ctx) {
    StationId station = station(ctx);
    answer(ctx, sessionOrders.inService(station), "station.in-service", station);
  }

  private void answer(Context ctx, Order order, String action, Object subject) {
    switch (order) {
      case Order.Sent _ -> done(ctx, action, subject);
      case Order.Refused(Order.Reason reason) ->
          ConsolePages.goTo(ctx, ROOM, Flash.refused(OrderWords.of(reason)));
    }
  }

  private void answer(Context ctx, Answer<Visits.Granted> answer, String action, Object subject) {
    switch (answer) {
      case Answer.Yes<Visits.Granted> _ -> done(ctx, action, subject);
      case Answer.No<Visits.Granted>(var reason) ->
          ConsolePages.goTo(ctx, ROOM, Flash.refused(RefusalWords.of(reason)));
    }
  }

  /** Nothing is said: the card itself shows what the station makes of it. */
  private void done(Context ctx, String action, Object subject) {
    audit.note(ctx, action, subject.toString());
    ConsolePages.goTo(ctx, ROOM);
  }

  private static StationId station(Context ctx) {
    return FormFields.read(ctx.pathParam("station"), StationId::of);
  }

  private static SessionId session(Context ctx) {
    return FormFields.read(ctx.pathParam("session"), SessionId::of);
  }

  private static Language language(Context ctx) {
    return FormFields.read(ctx.formParam("language"), Language::valueOf);
  }
}
