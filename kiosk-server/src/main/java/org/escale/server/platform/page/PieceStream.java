package org.escale.server.platform.page;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Keeps one browser's page as fresh as what it shows: the only writer to that browser. Ends when
 * the browser has gone, or when it is not to go on.
 */
public final class PieceStream {

  /** Time passes even where nothing happens; also how soon a dead browser is noticed. */
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);

  private final SseClient browser;
  private final Map<String, String> shown = new HashMap<>();

  public PieceStream(SseClient browser) {
    this.browser = browser;
  }

  /** Returns when something has changed, or after this long. */
  @FunctionalInterface
  public interface News {
    void await(Duration atMost) throws InterruptedException;
  }

  /**
   * Blocks until it ends.
   *
   * @param messages what the page shows now, by a name for each: its event and its text
   */
  public void run(Supplier<Map<String, Message>> messages, News news, BooleanSupplier goesOn)
      throws InterruptedException {
    while (!browser.terminated() && goesOn.getAsBoolean()) {
      messages.get().forEach(this::sendIfNew);
      if (!browser.terminated()) {
        browser.sendComment("here");
      }
      news.await(AT_LEAST_EVERY);
    }
  }

  /**
   * What a page is told.
   *
   * @param event {@code piece} for an element to be replaced by its id
   */
  public record Message(String event, String data) {

    public static Message piece(String html) {
      return new Message("piece", html);
    }
  }

  private void sendIfNew(String name, Message message) {
    if (!browser.terminated() && !message.data().equals(shown.put(name, message.data()))) {
      browser.sendEvent(message.event(), message.data());
    }
  }
}
