package org.escale.server.live;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one writer when the room changes; changes close together wake it once. */
public final class ChangeSignal implements AutoCloseable {

  /** Changes come in bursts: a command, its result, the new state. */
  private static final Duration BURST = Duration.ofMillis(60);

  private final Semaphore news = new Semaphore(0);
  private final RoomChanges changes;
  private final RoomChanges.Listener listener = news::release;

  public ChangeSignal(RoomChanges changes) {
    this.changes = changes;
    changes.listen(listener);
  }

  /** Returns when the room has changed and the burst is over, or after this long. */
  public void await(Duration atMost) throws InterruptedException {
    if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      Thread.sleep(BURST);
      news.drainPermits();
    }
  }

  @Override
  public void close() {
    changes.forget(listener);
  }
}
