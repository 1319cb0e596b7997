package org.escale.server.queue.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.escale.protocol.Protocol;
import org.escale.protocol.Queueing;
import org.escale.server.booking.Answer;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;
import org.escale.server.queue.Queue;

/** A visitor at a station waits for the next one that is free. */
public final class QueueRoutes implements Routes {

  private final Queue queue;

  public QueueRoutes(Queue queue) {
    this.queue = queue;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Protocol.QUEUE_PATH, this::join);
  }

  private void join(Context ctx) {
    Queueing.Join wish = StationJson.read(ctx, Queueing.Join.class);
    switch (queue.join(CallingStation.of(ctx), wish)) {
      case Answer.Yes<Queueing.Joined>(var joined) -> StationJson.answer(ctx, joined);
      case Answer.No<Queueing.Joined>(var reason) -> StationJson.refuse(ctx, reason);
    }
  }
}
