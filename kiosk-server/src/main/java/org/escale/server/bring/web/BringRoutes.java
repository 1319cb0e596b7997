package org.escale.server.bring.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.escale.protocol.BringCode;
import org.escale.protocol.Bringing;
import org.escale.protocol.Protocol;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.server.bring.Handover;
import org.escale.server.bring.PhoneDesk;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;

/** A station invites telephones into its visit, and fetches what they bring. */
public final class BringRoutes implements Routes {

  private final PhoneDesk desk;
  private final PhoneAddress address;
  private final ExecutorService waiting;

  /**
   * @param waiting where a station waits, so that none of the web server's own threads does
   */
  public BringRoutes(PhoneDesk desk, PhoneAddress address, ExecutorService waiting) {
    this.desk = desk;
    this.address = address;
    this.waiting = waiting;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(Protocol.BRING_PATH, this::invite);
    routes.get(
        Protocol.BRING_DOCUMENTS_PATH,
        ctx -> ctx.async(task -> task.executor = waiting, () -> fetch(ctx)));
    routes.post(Protocol.BRING_TOLD_PATH, this::told);
  }

  private void invite(Context ctx) {
    Bringing.Wish wish = StationJson.read(ctx, Bringing.Wish.class);
    Optional<BringCode> code = desk.invite(CallingStation.of(ctx), wish.session());
    if (code.isPresent()) {
      String page = address.page(Objects.requireNonNull(ctx.host()));
      StationJson.answer(ctx, new Bringing.Invitation(page, code.get(), PhoneDesk.GOOD_FOR));
    } else {
      StationJson.refuse(ctx, RefusalReason.SESSION_OVER);
    }
  }

  private void fetch(Context ctx) {
    StationId station = CallingStation.of(ctx);
    if (!desk.expects(station)) {
      StationJson.refuse(ctx, RefusalReason.CODE_NO_LONGER_VALID);
      return;
    }
    try {
      Optional<Handover> next = desk.next(station);
      if (next.isPresent()) {
        send(ctx, next.get());
      } else {
        ctx.status(HttpStatus.NO_CONTENT);
      }
    } catch (InterruptedException stopping) {
      ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  /** One that is not whole is shorter than it says, so that the station sees it. */
  private static void send(Context ctx, Handover document) throws InterruptedException {
    ctx.header(Bringing.DOCUMENT_HEADER, document.id().toString())
        .contentType(document.kind().mediaType());
    ctx.res().setContentLengthLong(document.size());
    try {
      document.writeTo(ctx.res().getOutputStream());
    } catch (IOException gone) {
      // Whoever is still there is told by the connection's end.
    }
  }

  private void told(Context ctx) {
    Bringing.Told told = StationJson.read(ctx, Bringing.Told.class);
    desk.told(CallingStation.of(ctx), told.document(), told.outcome());
    StationJson.answer(ctx, new Bringing.Noted(told.document()));
  }
}
