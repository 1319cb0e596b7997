package org.escale.client.ipc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of a connection: lines of UTF-8 in, lines out. One thread reads; any thread may send,
 * which never blocks. A peer that does not read what it is sent is cut off.
 */
final class LineChannel implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LineChannel.class);
  private static final int WAITING_LINES = 512;

  private final SocketChannel channel;
  private final int longestLine;
  private final ByteBuffer incoming = ByteBuffer.allocate(8 * 1024).flip();
  private final BlockingQueue<String> outgoing = new ArrayBlockingQueue<>(WAITING_LINES);
  private final Thread writer;

  /**
   * @param longestLine in bytes; a longer one ends the connection
   */
  LineChannel(SocketChannel channel, int longestLine) {
    this.channel = channel;
    this.longestLine = longestLine;
    this.writer = Thread.ofVirtual().name("ipc-writer").start(this::writeAll);
  }

  /** Blocks for the next line; null when the peer has closed. */
  @Nullable String read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (!incoming.hasRemaining() && !fill()) {
        return null;
      }
      byte next = incoming.get();
      if (next == '\n') {
        return line.toString(StandardCharsets.UTF_8);
      }
      if (line.size() == longestLine) {
        throw new MessageException("a line of more than " + longestLine + " bytes");
      }
      line.write(next);
    }
  }

  void send(String line) {
    if (!outgoing.offer(line)) {
      log.warn("the other side does not read what it is sent; the connection is closed");
      close();
    }
  }

  @Override
  public void close() {
    writer.interrupt();
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("closing a socket failed", e);
    }
  }

  private boolean fill() throws IOException {
    incoming.clear();
    int count = channel.read(incoming);
    incoming.flip();
    return count >= 0;
  }

  private void writeAll() {
    try {
      while (true) {
        ByteBuffer bytes =
            ByteBuffer.wrap((outgoing.take() + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    } catch (InterruptedException | IOException e) {
      close();
    }
  }
}
