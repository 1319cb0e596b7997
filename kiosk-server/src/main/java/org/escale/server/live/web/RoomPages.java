package org.escale.server.live.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.function.Predicate;
import org.escale.server.live.ChangeSignal;
import org.escale.server.live.RoomChanges;
import org.escale.server.live.RoomSource;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.Caller;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.PieceStream;
import org.escale.server.platform.page.Place;

/** The pages that show the room, and the stream that keeps them fresh. */
public final class RoomPages implements Routes, AutoCloseable {

  private final RoomSource source;
  private final RoomChanges changes;
  private final Predicate<Context> stillSignedIn;
  private volatile boolean open = true;

  /**
   * @param stillSignedIn asked again and again while a browser listens
   */
  public RoomPages(RoomSource source, RoomChanges changes, Predicate<Context> stillSignedIn) {
    this.source = source;
    this.changes = changes;
    this.stillSignedIn = stillSignedIn;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", ctx -> show(ctx, Place.ROOM, "room/page.jte"));
    routes.get("/help", ctx -> show(ctx, Place.HELP, "help/page.jte"));
    routes.get("/stations", ctx -> show(ctx, Place.STATIONS, "stations/page.jte"));
    routes.sse("/live/room", this::stream);
  }

  private void show(Context ctx, Place place, String template) {
    ConsolePages.show(ctx, place, template, Map.of("view", RoomView.of(source.now())));
  }

  private void stream(SseClient browser) {
    Context ctx = browser.ctx();
    String csrfToken = Caller.of(ctx).csrfToken();
    try (ChangeSignal signal = new ChangeSignal(changes)) {
      new PieceStream(browser)
          .run(
              () -> RoomPieces.of(RoomView.of(source.now()), csrfToken),
              signal::await,
              () -> open && stillSignedIn.test(ctx));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      browser.close();
    }
  }

  /** Lets every browser go. */
  @Override
  public void close() {
    open = false;
    changes.announce();
  }
}
