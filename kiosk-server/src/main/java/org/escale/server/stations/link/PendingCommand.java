package org.escale.server.stations.link;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.escale.protocol.Command;
import org.escale.server.stations.CommandEnd;

/** A command that the station has not answered yet. */
record PendingCommand(
    Command command, long sentAtNanos, Duration life, CompletableFuture<CommandEnd> end) {

  PendingCommand(Command command, Duration life) {
    this(command, System.nanoTime(), life, new CompletableFuture<>());
  }

  boolean isOver() {
    return System.nanoTime() - sentAtNanos >= life.toNanos();
  }
}
