package org.escale.client.agent;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns the station. Others post what happened; {@link #post} is thread-safe.
 */
final class AgentLoop {

  private static final Logger log = LoggerFactory.getLogger(AgentLoop.class);

  private final BlockingQueue<AgentEvent> events = new LinkedBlockingQueue<>();

  void post(AgentEvent event) {
    events.add(event);
  }

  /**
   * Blocks until interrupted.
   *
   * @return false if an event could not be handled: the station can be vouched for no longer, and
   *     the program must end so that a new one begins with a wipe
   */
  boolean run(Consumer<AgentEvent> handler) {
    try {
      while (true) {
        AgentEvent event = events.take();
        try {
          handler.accept(event);
        } catch (RuntimeException e) {
          log.error("a {} could not be handled", event.getClass().getSimpleName(), e);
          return false;
        }
      }
    } catch (InterruptedException e) {
      return true;
    }
  }
}
