package org.escale.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time, put forward when a test says so. Thread-safe. */
public final class TestClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead);
  }

  public synchronized void advance(Duration by) {
    ahead = ahead.plus(by);
  }
}
