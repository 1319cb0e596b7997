package org.escale.server.stations.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.escale.protocol.Protocol;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;
import org.escale.server.stations.StationIdentity;

/** Lets only enrolled stations ask, each as itself. */
public final class StationGate implements Routes {

  private final StationIdentity identity;

  public StationGate(StationIdentity identity) {
    this.identity = identity;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before("/station/*", this::check);
  }

  private void check(Context ctx) {
    if (ctx.path().equals(Protocol.ENROL_PATH)) {
      return;
    }
    Optional<StationId> station = identity.of(ctx.header("Authorization"));
    if (station.isPresent()) {
      CallingStation.remember(ctx, station.get());
    } else {
      StationJson.refuse(ctx, RefusalReason.STATION_SECRET_WRONG);
      ctx.skipRemainingHandlers();
    }
  }
}
