package org.escale.server.queue.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.escale.server.booking.Booking;
import org.escale.server.live.ChangeSignal;
import org.escale.server.live.RoomChanges;
import org.escale.server.platform.http.Pages;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.PieceStream;
import org.escale.server.queue.Queue;

/**
 * The room's display: whom to go to which station, for everybody to see. Nobody signs in, so it
 * shows nothing else and changes nothing.
 */
public final class DisplayPages implements Routes, AutoCloseable {

  public static final String PATH = "/display";
  public static final String STREAM_PATH = "/live/display";

  /** A room has one or two; more than these are refreshed by asking again. */
  private static final int STREAMS = 16;

  private final Queue queue;
  private final RoomChanges changes;
  private final String centreName;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Semaphore streams = new Semaphore(STREAMS);
  private volatile boolean open = true;

  public DisplayPages(
      Queue queue, RoomChanges changes, String centreName, ZoneId zone, InstantSource clock) {
    this.queue = queue;
    this.changes = changes;
    this.centreName = centreName;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::show);
    routes.sse(STREAM_PATH, this::stream);
  }

  private void show(Context ctx) {
    Pages.show(ctx, "display/page.jte", Map.of("view", view()));
  }

  private void stream(SseClient browser) {
    if (!streams.tryAcquire()) {
      browser.close();
      return;
    }
    try (ChangeSignal signal = new ChangeSignal(changes)) {
      new PieceStream(browser)
          .run(
              () ->
                  Map.of(
                      "display",
                      PieceStream.Message.piece(
                          Pages.render("display/piece.jte", Map.of("view", view())))),
              signal::await,
              () -> open);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      streams.release();
      browser.close();
    }
  }

  private DisplayView view() {
    return new DisplayView(
        centreName,
        clock.instant(),
        zone,
        queue.called().stream()
            .map(each -> new DisplayView.Call(each.booking().ticket(), each.stationName()))
            .toList(),
        queue.tickets(),
        queue.free().size(),
        queue.calledOff().stream().map(Booking::ticket).toList(),
        queue.isOpen(),
        queue.opensAt().orElse(null));
  }

  /** Lets every browser go. */
  @Override
  public void close() {
    open = false;
    changes.announce();
  }
}
