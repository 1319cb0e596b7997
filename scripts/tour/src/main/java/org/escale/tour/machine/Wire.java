package org.escale.tour.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.escale.tour.room.Await;
import org.escale.tour.room.RoomException;

/** Lines to and from one of the PC's sockets. */
final class Wire implements AutoCloseable {

  private static final Duration UNTIL_IT_LISTENS = Duration.ofSeconds(20);

  private final String name;
  private final SocketChannel channel;
  private final OutputStream out;
  private final BlockingQueue<Optional<String>> read = new LinkedBlockingQueue<>();

  private Wire(String name, SocketChannel channel) {
    this.name = name;
    this.channel = channel;
    this.out = Channels.newOutputStream(channel);
    Thread.ofPlatform().daemon().name("read-" + name).start(this::readAll);
  }

  static Wire connect(String name, Path socketPath) {
    return Await.value("the " + name, UNTIL_IT_LISTENS, () -> connectNow(name, socketPath));
  }

  private static Optional<Wire> connectNow(String name, Path socketPath) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socketPath));
      return Optional.of(new Wire(name, channel));
    } catch (IOException notYet) {
      channel.close();
      return Optional.empty();
    }
  }

  void write(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RoomException("the " + name + " takes nothing any more", e);
    }
  }

  /** The next line that comes within this time. */
  String read(Duration patience) {
    try {
      Optional<String> line = read.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        throw new RoomException(
            "the %s says nothing for %d s".formatted(name, patience.toSeconds()));
      }
      return line.orElseThrow(() -> new RoomException("the " + name + " has ended"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RoomException("interrupted", e);
    }
  }

  private void readAll() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> read.add(Optional.of(line)));
    } catch (IOException | UncheckedIOException ended) {
      // As at a power cut.
    }
    read.add(Optional.empty());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new RoomException("the " + name + " cannot be closed", e);
    }
  }
}
