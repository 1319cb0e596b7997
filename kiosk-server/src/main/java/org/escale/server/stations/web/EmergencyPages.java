package org.escale.server.stations.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.stations.EmergencySheets;
import org.escale.server.stations.Room;
import org.escale.server.stations.Station;
import org.escale.server.stations.StationSnapshot;

/** Where an admin prints the card for the day on which the server is away. */
public final class EmergencyPages implements Routes {

  private static final String PATH = "/stations/emergency";

  private final EmergencySheets sheets;
  private final Room room;
  private final AuditTrail audit;
  private final String centreName;
  private final ZoneId zone;
  private final InstantSource clock;

  public EmergencyPages(
      EmergencySheets sheets,
      Room room,
      AuditTrail audit,
      String centreName,
      ZoneId zone,
      InstantSource clock) {
    this.sheets = sheets;
    this.room = room;
    this.audit = audit;
    this.centreName = centreName;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::print);
    routes.post("/stations/{station}/emergency/withdraw", this::withdraw);
  }

  private void show(Context ctx) {
    Caller.requireAdmin(ctx);
    ConsolePages.show(
        ctx,
        Place.STATIONS,
        "stations/emergency.jte",
        Map.of("view", new EmergencyView(stations(), sheets.sheets(), zone)));
  }

  /** Shown as the answer itself: what is on the card must never be in an address or a cookie. */
  private void print(Context ctx) {
    Caller.requireAdmin(ctx);
    int codes = FormFields.read(FormFields.text(ctx, "codes"), EmergencyView::codes);
    List<Station> stations = asked(ctx);
    EmergencySheets.Printout printout =
        sheets.print(stations.stream().map(Station::id).toList(), codes);
    printout
        .codes()
        .keySet()
        .forEach(id -> audit.note(ctx, "station.emergency-codes", id.toString()));
    if (printout.codes().isEmpty()) {
      ConsolePages.goTo(
          ctx,
          PATH,
          Flash.refused("Aucun poste n’a pris de codes. Allumez les postes, puis recommencez."));
      return;
    }
    ConsolePages.show(
        ctx,
        Place.STATIONS,
        "stations/emergency-card.jte",
        Map.of(
            "card",
            new EmergencyCard(
                centreName, stations, printout, sheets.length(), clock.instant(), zone)));
  }

  private void withdraw(Context ctx) {
    Caller.requireAdmin(ctx);
    StationId station = FormFields.read(ctx.pathParam("station"), StationId::of);
    boolean done = sheets.withdraw(station);
    if (done) {
      audit.note(ctx, "station.emergency-codes-withdrawn", station.toString());
    }
    ConsolePages.goTo(
        ctx,
        PATH,
        done
            ? Flash.done("C’est fait : les codes imprimés pour ce poste n’ouvrent plus rien.")
            : Flash.refused(
                "Ce poste n’a pas répondu : ses codes ouvrent peut-être encore. Recommencez quand"
                    + " il est allumé."));
  }

  /** One station, or all that people work at. */
  private List<Station> asked(Context ctx) {
    String which = FormFields.text(ctx, "station");
    if (which.isEmpty()) {
      return stations();
    }
    StationId id = FormFields.read(which, StationId::of);
    return stations().stream().filter(station -> station.id().equals(id)).toList();
  }

  private List<Station> stations() {
    return room.snapshots().stream()
        .map(StationSnapshot::station)
        .filter(station -> station.role() == StationRole.VISITS)
        .toList();
  }
}
