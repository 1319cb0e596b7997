package org.escale.server.queue.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.live.ChangeSignal;
import org.escale.server.live.RoomChanges;
import org.escale.server.platform.http.Pages;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.FormFields;
import org.escale.server.platform.page.PieceStream;
import org.escale.server.platform.page.Place;
import org.escale.server.platform.words.RefusalWords;
import org.escale.server.platform.words.TicketWords;
import org.escale.server.queue.Queue;

/** Who waits, and what a mediator does about it: call, take out, put back. */
public final class QueuePages implements Routes, AutoCloseable {

  private static final String STREAM_PATH = "/live/queue";
  private static final List<String> PIECES = List.of("summary", "line", "called", "late");

  private final Queue queue;
  private final RoomChanges changes;
  private final Predicate<Context> stillSignedIn;
  private final AuditTrail audit;
  private final ZoneId zone;
  private final InstantSource clock;
  private volatile boolean open = true;

  /**
   * @param stillSignedIn asked again and again while a browser listens
   */
  public QueuePages(
      Queue queue,
      RoomChanges changes,
      Predicate<Context> stillSignedIn,
      AuditTrail audit,
      ZoneId zone,
      InstantSource clock) {
    this.queue = queue;
    this.changes = changes;
    this.stillSignedIn = stillSignedIn;
    this.audit = audit;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(Place.QUEUE.path(), this::show);
    routes.sse(STREAM_PATH, this::stream);
    routes.post("/queue/{booking}/call", this::call);
    routes.post("/queue/{booking}/take-out", this::takeOut);
    routes.post("/queue/{booking}/put-back", this::putBack);
  }

  private void show(Context ctx) {
    ConsolePages.show(ctx, Place.QUEUE, "queue/page.jte", Map.of("view", view()));
  }

  private void stream(SseClient browser) {
    Context ctx = browser.ctx();
    String csrfToken = Caller.of(ctx).csrfToken();
    try (ChangeSignal signal = new ChangeSignal(changes)) {
      new PieceStream(browser)
          .run(() -> pieces(csrfToken), signal::await, () -> open && stillSignedIn.test(ctx));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      browser.close();
    }
  }

  private Map<String, PieceStream.Message> pieces(String csrfToken) {
    QueueView view = view();
    Map<String, PieceStream.Message> pieces = new LinkedHashMap<>();
    for (String piece : PIECES) {
      pieces.put(
          piece,
          PieceStream.Message.piece(
              Pages.render(
                  "queue/" + piece + ".jte", Map.of("view", view, "csrfToken", csrfToken))));
    }
    return pieces;
  }

  private void call(Context ctx) {
    StationId station = FormFields.read(ctx.formParam("station"), StationId::of);
    switch (queue.callTo(booking(ctx), station)) {
      case Answer.Yes<Booking>(Booking called) ->
          done(ctx, "queue.call", "« " + TicketWords.name(called.ticket()) + " » est appelé.");
      case Answer.No<Booking>(var reason) -> back(ctx, Flash.refused(RefusalWords.of(reason)));
    }
  }

  private void takeOut(Context ctx) {
    queue
        .takeOut(booking(ctx))
        .ifPresentOrElse(
            gone ->
                done(
                    ctx,
                    "queue.take-out",
                    "« " + TicketWords.name(gone.ticket()) + " » n’attend plus."),
            () -> back(ctx, Flash.refused("Ce ticket n’attend plus, ou sa visite a commencé.")));
  }

  private void putBack(Context ctx) {
    queue
        .putBack(booking(ctx))
        .ifPresentOrElse(
            late ->
                done(
                    ctx,
                    "queue.put-back",
                    "« " + TicketWords.name(late.ticket()) + " » a repris sa place dans la file."),
            () -> back(ctx, Flash.refused("Ce ticket ne peut plus reprendre sa place.")));
  }

  private void done(Context ctx, String action, String said) {
    audit.note(ctx, action, booking(ctx).toString());
    back(ctx, Flash.done(said));
  }

  private static void back(Context ctx, Flash flash) {
    ConsolePages.goTo(ctx, Place.QUEUE.path(), flash);
  }

  private static BookingId booking(Context ctx) {
    return FormFields.read(ctx.pathParam("booking"), BookingId::of);
  }

  private QueueView view() {
    return new QueueView(
        clock.instant(),
        zone,
        queue.line().stream().map(QueuePages::line).toList(),
        queue.called().stream()
            .map(
                each ->
                    new QueueView.Call(
                        each.booking().id(),
                        each.booking().ticket(),
                        each.stationName(),
                        each.keptUntil()))
            .toList(),
        queue.notCome().stream()
            .map(
                each ->
                    new QueueView.Late(
                        each.booking().id(),
                        each.booking().ticket(),
                        each.stationName(),
                        each.booking().startsAt()))
            .toList(),
        queue.freeToCall().stream()
            .map(place -> new QueueView.Station(place.station(), place.name()))
            .toList());
  }

  private static QueueView.Line line(Queue.InLine each) {
    Booking booking = each.booking();
    return new QueueView.Line(
        booking.id(),
        each.place().position(),
        booking.ticket(),
        booking.startsAt(),
        booking.length(),
        booking.needs(),
        each.place().estimate());
  }

  /** Lets every browser go. */
  @Override
  public void close() {
    open = false;
    changes.announce();
  }
}
