package org.escale.server.stations.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escale.protocol.EnrolmentCode;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.Place;
import org.escale.server.stations.StationEnrolment;

/** Where an admin gets the code for a new station, shown once. */
public final class EnrolmentCodePages implements Routes {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM 'à' HH 'h' mm", Locale.FRENCH);

  private final StationEnrolment enrolment;
  private final AuditTrail audit;
  private final ZoneId zone;
  private final InstantSource clock;

  public EnrolmentCodePages(
      StationEnrolment enrolment, AuditTrail audit, ZoneId zone, InstantSource clock) {
    this.enrolment = enrolment;
    this.audit = audit;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Place.STATIONS.path(), this::issue);
  }

  private void issue(Context ctx) {
    String name = FormFields.text(ctx, "name").strip();
    if (!StationEnrolment.isName(name)) {
      ConsolePages.goTo(
          ctx, Place.STATIONS.path(), Flash.refused("Choisissez un nom de 1 à 30 signes."));
      return;
    }
    EnrolmentCode code = enrolment.issueCode(name);
    audit.note(ctx, "station.enrolment-code", name);
    ConsolePages.show(
        ctx,
        Place.STATIONS,
        "stations/code.jte",
        Map.of(
            "stationName",
            name,
            "groups",
            List.of(code.spelled().split("-", -1)),
            "address",
            ctx.host(),
            "validUntil",
            DAY_AND_TIME.format(clock.instant().plus(StationEnrolment.CODE_LIFE).atZone(zone))));
  }
}
