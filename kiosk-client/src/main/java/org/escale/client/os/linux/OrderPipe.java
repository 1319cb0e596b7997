package org.escale.client.os.linux;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands orders to the first program of a bubble. That program is the visitor's and may stop
 * reading, so whoever gives an order never waits for it.
 */
final class OrderPipe {

  private static final int MOST_WAITING = 16;

  private final BlockingQueue<String> orders = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer;

  /** Writes to the stream until it breaks or {@link #close} is called. */
  OrderPipe(OutputStream stream) {
    writer = Thread.ofVirtual().name("orders-to-the-visit").start(() -> write(stream));
  }

  void give(String order) throws LinuxException {
    if (!orders.offer(order)) {
      throw new LinuxException("the visit takes no more orders");
    }
  }

  void close() {
    writer.interrupt();
  }

  private void write(OutputStream stream) {
    try (stream) {
      while (!Thread.currentThread().isInterrupted()) {
        stream.write((orders.take() + "\n").getBytes(StandardCharsets.UTF_8));
        stream.flush();
      }
    } catch (InterruptedException | IOException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
