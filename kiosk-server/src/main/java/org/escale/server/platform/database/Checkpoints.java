package org.escale.server.platform.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what was written from the log of writes into the file while others go on writing, so that
 * none of them has to wait for much of it.
 */
final class Checkpoints implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

  private static final Duration EVERY = Duration.ofMillis(100);

  private final Handle handle;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("database-checkpoints").factory());

  private Checkpoints(Handle handle) {
    this.handle = handle;
  }

  static Checkpoints start(Handle handle) {
    Checkpoints checkpoints = new Checkpoints(handle);
    var _ =
        checkpoints.thread.scheduleWithFixedDelay(
            checkpoints::move, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return checkpoints;
  }

  /** Costs next to nothing if nothing was written. */
  private void move() {
    try {
      handle.execute("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (RuntimeException e) {
      log.warn("What was written stays in the log of writes for now", e);
    }
  }

  @Override
  public void close() {
    thread.close();
    handle.close();
  }
}
