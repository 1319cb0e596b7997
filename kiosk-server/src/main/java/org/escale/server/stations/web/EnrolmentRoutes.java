package org.escale.server.stations.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Protocol;
import org.escale.protocol.RefusalReason;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;
import org.escale.server.platform.http.Throttle;
import org.escale.server.stations.EnrolmentOutcome;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationEnrolment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a new station shows its code and becomes one of the centre's. */
public final class EnrolmentRoutes implements Routes {

  private static final Logger log = LoggerFactory.getLogger(EnrolmentRoutes.class);
  private static final int MAX_TRIES = 10;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final StationEnrolment enrolment;
  private final Room room;
  private final String centreName;
  private final Throttle throttle;

  public EnrolmentRoutes(
      StationEnrolment enrolment, Room room, String centreName, InstantSource clock) {
    this.enrolment = enrolment;
    this.room = room;
    this.centreName = centreName;
    this.throttle = new Throttle(MAX_TRIES, WITHIN, clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Protocol.ENROL_PATH, this::enrol);
  }

  private void enrol(Context ctx) {
    if (!throttle.allows(ctx.ip())) {
      refuse(ctx, RefusalReason.TOO_MANY_TRIES);
      return;
    }
    Enrolment.Request request = StationJson.read(ctx, Enrolment.Request.class);
    if (request.secret() == null) {
      StationJson.refuse(ctx, RefusalReason.MALFORMED_REQUEST);
      return;
    }
    switch (enrolment.enrol(request.secret())) {
      case EnrolmentOutcome.Enrolled(var station, var secret) -> {
        log.info("Station {} is enrolled.", station.id());
        room.changed(station.id());
        StationJson.answer(
            ctx, new Enrolment.Answer(station.id(), secret, station.name(), centreName));
      }
      case EnrolmentOutcome.Refused(var reason) -> {
        throttle.failed(ctx.ip());
        refuse(ctx, reason);
      }
    }
  }

  private static void refuse(Context ctx, RefusalReason reason) {
    log.info("An enrolment was refused: {}.", reason);
    StationJson.refuse(ctx, reason);
  }
}
