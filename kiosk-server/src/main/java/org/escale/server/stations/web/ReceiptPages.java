package org.escale.server.stations.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.ZoneId;
import java.util.Map;
import org.escale.protocol.StationId;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationSnapshot;

/** Step 6, seen by staff: what each station has proven about its last wipes. */
public final class ReceiptPages implements Routes {

  private static final int SHOWN = 20;

  private final Room room;
  private final ZoneId zone;

  public ReceiptPages(Room room, ZoneId zone) {
    this.room = room;
    this.zone = zone;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/stations/{station}/receipts", this::show);
  }

  private void show(Context ctx) {
    StationId station = FormFields.read(ctx.pathParam("station"), StationId::of);
    StationSnapshot snapshot = room.snapshot(station).orElseThrow(NotFoundResponse::new);
    ConsolePages.show(
        ctx,
        Place.STATIONS,
        "stations/receipts.jte",
        Map.of(
            "view",
            new ReceiptsView(snapshot.station().name(), zone, room.receipts(station, SHOWN))));
  }
}
