package org.escale.client.agent;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts that time has gone on, and nothing else. */
final class Ticker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);
  private static final Duration EVERY = Duration.ofMillis(500);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ticker").factory());

  void start(Consumer<AgentEvent> post, EnrolmentWatch enrolment) {
    ScheduledFuture<?> _ =
        thread.scheduleAtFixedRate(
            () -> tick(post, enrolment), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** One that threw would be the last. */
  private static void tick(Consumer<AgentEvent> post, EnrolmentWatch enrolment) {
    try {
      post.accept(new AgentEvent.Tick());
      enrolment.look();
    } catch (RuntimeException e) {
      log.error("a tick failed", e);
    }
  }
}
