package org.escale.server.booking.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.escale.protocol.Protocol;
import org.escale.protocol.Tickets;
import org.escale.server.booking.Answer;
import org.escale.server.booking.TicketDesk;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;

/** A visitor shows her ticket at a station: to see it, to move it, to give it back. */
public final class TicketRoutes implements Routes {

  private final TicketDesk desk;

  public TicketRoutes(TicketDesk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Protocol.TICKET_SHOW_PATH, this::show);
    routes.post(Protocol.TICKET_MOVE_PATH, this::move);
    routes.post(Protocol.TICKET_CANCEL_PATH, this::cancel);
  }

  private void show(Context ctx) {
    Tickets.Show shown = StationJson.read(ctx, Tickets.Show.class);
    answer(ctx, desk.show(CallingStation.of(ctx), shown));
  }

  private void move(Context ctx) {
    Tickets.Move wish = StationJson.read(ctx, Tickets.Move.class);
    answer(ctx, desk.move(CallingStation.of(ctx), wish));
  }

  private void cancel(Context ctx) {
    Tickets.Cancel wish = StationJson.read(ctx, Tickets.Cancel.class);
    answer(ctx, desk.cancel(CallingStation.of(ctx), wish));
  }

  private static <T> void answer(Context ctx, Answer<T> answer) {
    switch (answer) {
      case Answer.Yes<T>(T value) -> StationJson.answer(ctx, value);
      case Answer.No<T>(var reason) -> StationJson.refuse(ctx, reason);
    }
  }
}
