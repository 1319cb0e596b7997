package org.escale.server.platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does small things again and again on one thread. A failure is logged and the next turn comes. */
public final class Clockwork implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("clockwork").factory());

  /**
   * @param work short, and never waits for long
   */
  public void every(Duration pause, Runnable work) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> doOrLog(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void doOrLog(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("A regular task failed.\n{}", TraceWithoutWords.of(e));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
