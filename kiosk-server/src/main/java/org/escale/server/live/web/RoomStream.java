package org.escale.server.live.web;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.escale.server.live.RoomChanges;
import org.escale.server.live.RoomSource;

/**
 * Keeps one browser's page as fresh as the room: the only writer to that browser. Ends when the
 * browser has gone, its staff has logged out, or the server stops.
 */
final class RoomStream {

  /** Time passes even where nothing happens; also how soon a dead browser is noticed. */
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);

  private final SseClient browser;
  private final RoomSource source;
  private final String csrfToken;
  private final Map<String, String> shown = new HashMap<>();

  RoomStream(SseClient browser, RoomSource source, String csrfToken) {
    this.browser = browser;
    this.source = source;
    this.csrfToken = csrfToken;
  }

  /** Blocks until it ends. */
  void run(RoomChanges changes, BooleanSupplier goesOn) throws InterruptedException {
    try (ChangeSignal signal = new ChangeSignal(changes)) {
      while (!browser.terminated() && goesOn.getAsBoolean()) {
        send(RoomView.of(source.now()));
        signal.await(AT_LEAST_EVERY);
      }
    }
  }

  private void send(RoomView view) {
    sendIfNew("stations", "stations", stationIds(view));
    RoomPieces.of(view, csrfToken).forEach((id, html) -> sendIfNew("piece", id, html));
    if (!browser.terminated()) {
      browser.sendComment("here");
    }
  }

  private void sendIfNew(String event, String id, String data) {
    if (!browser.terminated() && !data.equals(shown.put(id, data))) {
      browser.sendEvent(event, data);
    }
  }

  private static String stationIds(RoomView view) {
    return view.stations().stream().map(StationView::elementId).collect(Collectors.joining(" "));
  }
}
