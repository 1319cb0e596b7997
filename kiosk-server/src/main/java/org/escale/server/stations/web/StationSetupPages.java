package org.escale.server.stations.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.stations.Room;
import org.escale.server.stations.Station;
import org.escale.server.stations.StationLinks;
import org.escale.server.stations.StationSnapshot;

/** Where an admin says what a station is there for, and what it can offer. */
public final class StationSetupPages implements Routes {

  private final Room room;
  private final StationLinks links;
  private final AuditTrail audit;

  public StationSetupPages(Room room, StationLinks links, AuditTrail audit) {
    this.room = room;
    this.links = links;
    this.audit = audit;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/stations/{station}/setup", this::show);
    routes.post("/stations/{station}/setup", this::change);
  }

  private void show(Context ctx) {
    Caller.requireAdmin(ctx);
    Station station =
        room.snapshot(station(ctx))
            .map(StationSnapshot::station)
            .orElseThrow(NotFoundResponse::new);
    ConsolePages.show(ctx, Place.STATIONS, "stations/setup.jte", Map.of("station", station));
  }

  private void change(Context ctx) {
    Caller.requireAdmin(ctx);
    StationId id = station(ctx);
    StationRole role = FormFields.read(ctx.formParam("role"), StationRole::valueOf);
    Station before = room.arrange(id, role, traits(ctx)).orElseThrow(NotFoundResponse::new);
    audit.note(ctx, "station.setup", id.toString());
    if (before.role() != role) {
      links.renew(id);
    }
    ConsolePages.goTo(
        ctx, Place.STATIONS.path(), Flash.done(before.name() + " : c’est enregistré."));
  }

  private static Set<StationTrait> traits(Context ctx) {
    List<String> ticked = ctx.formParams("trait");
    return ticked.stream()
        .map(trait -> FormFields.read(trait, StationTrait::valueOf))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static StationId station(Context ctx) {
    return FormFields.read(ctx.pathParam("station"), StationId::of);
  }
}
