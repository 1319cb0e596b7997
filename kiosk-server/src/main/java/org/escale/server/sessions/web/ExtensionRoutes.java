package org.escale.server.sessions.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.escale.protocol.Extensions;
import org.escale.protocol.Protocol;
import org.escale.server.booking.Answer;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;
import org.escale.server.sessions.MoreTime;

/** A visitor asks for more time, by one press. */
public final class ExtensionRoutes implements Routes {

  private final MoreTime moreTime;

  public ExtensionRoutes(MoreTime moreTime) {
    this.moreTime = moreTime;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Protocol.EXTENSION_PATH, this::ask);
    routes.post(Protocol.EXTEND_PATH, this::extend);
  }

  private void ask(Context ctx) {
    Extensions.Question question = StationJson.read(ctx, Extensions.Question.class);
    StationJson.answer(ctx, moreTime.couldHave(CallingStation.of(ctx), question.session()));
  }

  private void extend(Context ctx) {
    Extensions.Wish wish = StationJson.read(ctx, Extensions.Wish.class);
    switch (moreTime.give(CallingStation.of(ctx), wish)) {
      case Answer.Yes<Extensions.Granted>(var granted) -> StationJson.answer(ctx, granted);
      case Answer.No<Extensions.Granted>(var reason) -> StationJson.refuse(ctx, reason);
    }
  }
}
