package org.escale.client.agent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.escale.client.station.BootTime;
import org.escale.client.station.port.BootClock;
import org.escale.client.station.port.ShellHost;
import org.escale.client.station.port.ShellHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a shell on the screen: starts it, and starts it again when it ends. */
final class ShellKeeper {

  private static final Logger log = LoggerFactory.getLogger(ShellKeeper.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** A shell that lived so long did not fail to start. */
  private static final Duration WELL = Duration.ofSeconds(20);

  private final ShellHost host;
  private final BootClock clock;
  private final Thread thread;

  ShellKeeper(ShellHost host, BootClock clock) {
    this.host = host;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("shell-keeper").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stop() {
    thread.interrupt();
    host.stop();
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        BootTime started = clock.now();
        live();
        boolean well = clock.now().reached(started.plus(WELL));
        pause = well ? FIRST_PAUSE : pause;
        log.warn("the shell has ended; it is started again in {} ms", pause.toMillis());
        Thread.sleep(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
      }
    } catch (InterruptedException e) {
      log.debug("no shell is started any more");
    }
  }

  private void live() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    try {
      host.start(ended::countDown);
      ended.await();
    } catch (ShellHostException e) {
      log.error("the shell cannot be started", e);
    }
  }
}
