package org.escale.client.ipc;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell's end of the socket: connects, and connects again for as long as it is open.
 * Thread-safe.
 */
public final class AgentConnection implements AutoCloseable {

  /** Called on the executor given to the connection, in order. */
  public interface Listener {

    /** Connected; the answer to this is to send {@link FromShell.Ready}. */
    void connected();

    void received(ToShell message);

    /** The agent is gone; it is being looked for again. */
    void disconnected();
  }

  private static final Logger log = LoggerFactory.getLogger(AgentConnection.class);
  private static final Duration RETRY_AFTER = Duration.ofMillis(250);

  private final ShellMessages messages = new ShellMessages();
  private final Path socketPath;
  private final Executor executor;
  private final Listener listener;
  private final Thread reader;
  private volatile @Nullable LineChannel current;
  private volatile boolean closed;

  /**
   * Does nothing until {@link #start()}.
   *
   * @param executor runs the listener one call at a time, in order: {@code Platform::runLater}
   */
  public AgentConnection(Path socketPath, Executor executor, Listener listener) {
    this.socketPath = socketPath;
    this.executor = executor;
    this.listener = listener;
    this.reader = Thread.ofVirtual().name("ipc-agent").unstarted(this::connectAgainAndAgain);
  }

  /** Begins to connect and returns at once. */
  public void start() {
    reader.start();
  }

  /** Never blocks. While disconnected nothing is sent, which the listener has been told. */
  public void send(FromShell message) {
    LineChannel lines = current;
    if (lines != null) {
      lines.send(messages.write(message));
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
    LineChannel lines = current;
    if (lines != null) {
      lines.close();
    }
  }

  private void connectAgainAndAgain() {
    while (!closed) {
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socketPath));
          LineChannel lines = new LineChannel(channel, ShellMessages.LONGEST_TO_SHELL)) {
        converse(lines);
      } catch (IOException e) {
        log.debug("no connection to the agent", e);
      }
      if (!pause()) {
        return;
      }
    }
  }

  private void converse(LineChannel lines) throws IOException {
    current = lines;
    executor.execute(listener::connected);
    try {
      String line;
      while ((line = lines.read()) != null) {
        ToShell message = messages.readToShell(line);
        executor.execute(() -> listener.received(message));
      }
    } finally {
      current = null;
      if (!closed) {
        executor.execute(listener::disconnected);
      }
    }
  }

  private boolean pause() {
    try {
      Thread.sleep(RETRY_AFTER);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
