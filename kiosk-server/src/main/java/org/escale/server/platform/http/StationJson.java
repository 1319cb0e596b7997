package org.escale.server.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Visits;
import org.escale.protocol.codec.ProtocolJson;

/** How questions of stations are read and answered. */
public final class StationJson {

  private static final ProtocolJson JSON = new ProtocolJson();

  /**
   * @throws MalformedRequestException if the body is not this message; answered by the web server
   */
  public static <T> T read(Context ctx, Class<T> type) {
    try {
      return JSON.read(ctx.body(), type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new MalformedRequestException();
    }
  }

  public static void answer(Context ctx, Object message) {
    ctx.contentType(ContentType.APPLICATION_JSON).result(JSON.write(message));
  }

  public static void refuse(Context ctx, RefusalReason reason) {
    refuse(ctx, reason, List.of());
  }

  public static void refuse(Context ctx, RefusalReason reason, List<Visits.Slot> alternatives) {
    ctx.status(statusOf(reason));
    answer(ctx, new Refusal(reason, alternatives));
  }

  static String write(RefusalReason reason) {
    return JSON.write(new Refusal(reason));
  }

  public static HttpStatus statusOf(RefusalReason reason) {
    return switch (reason) {
      case MALFORMED_REQUEST -> HttpStatus.BAD_REQUEST;
      case STATION_SECRET_WRONG -> HttpStatus.UNAUTHORIZED;
      case ENROLMENT_CODE_UNKNOWN, TICKET_UNKNOWN, STATION_UNKNOWN, CODE_UNKNOWN ->
          HttpStatus.NOT_FOUND;
      case ENROLMENT_CODE_EXPIRED, ENROLMENT_CODE_USED, CODE_NO_LONGER_VALID -> HttpStatus.GONE;
      case TOO_MANY_TRIES -> HttpStatus.TOO_MANY_REQUESTS;
      case SLOT_IN_THE_PAST,
          SLOT_TOO_FAR_AHEAD,
          SLOT_OUTSIDE_OPENING_HOURS,
          SLOT_LENGTH_NOT_OFFERED,
          NO_STATION_FITS,
          CODE_NOT_AVAILABLE ->
          HttpStatus.UNPROCESSABLE_CONTENT;
      case CENTRE_CLOSED,
          SLOT_JUST_TAKEN,
          STATION_NOT_CONNECTED,
          STATION_NOT_CLEAN,
          STATION_BUSY,
          STATION_RESERVED,
          STATION_IS_RECEPTION,
          STATION_IS_FREE,
          NO_TICKET_LEFT,
          TICKET_NOT_YET,
          TICKET_FOR_OTHER_STATION,
          TICKET_OF_ANOTHER_DAY,
          TICKET_IN_USE,
          TICKET_STILL_WAITS,
          CENTRE_CLOSES_EARLY,
          SESSION_OVER,
          SOMEBODY_WAITS,
          CODE_ONLY_WITHOUT_SERVER,
          SERVER_NOT_REACHED ->
          HttpStatus.CONFLICT;
    };
  }

  private StationJson() {}
}
