package org.escale.server.platform.http;

import io.javalin.http.Context;
import java.util.Objects;
import org.escale.protocol.StationId;

/** Which station asks. Known on every path under {@code /station/v1/} but enrolment. */
public final class CallingStation {

  private static final String ATTRIBUTE = "escale.station";

  public static StationId of(Context ctx) {
    return Objects.requireNonNull(
        ctx.<StationId>attribute(ATTRIBUTE),
        "only stations that have proven who they are ask here");
  }

  /** For the gate that has checked the station's secret. */
  public static void remember(Context ctx, StationId station) {
    ctx.attribute(ATTRIBUTE, station);
  }

  private CallingStation() {}
}
