package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.client.station.port.BrokenDocumentException;
import org.escale.client.station.port.BroughtDocument;
import org.escale.protocol.Bringing;
import org.escale.protocol.SessionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way for documents into one visit that has begun: a pipe with a name, made for this visit
 * alone, which its first program inherits open. Nothing of the visitor's is opened or followed from
 * outside: her own program writes what it reads. It may stop reading; then whoever puts something
 * in waits until the visit is erased. Thread-safe.
 */
final class Letterbox {

  private static final Logger log = LoggerFactory.getLogger(Letterbox.class);

  /** For a small program to move a file that it has written. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);

  private final SessionId session;
  private final Path path;
  private final BroughtTold told = new BroughtTold();

  /** One document after the other. */
  private final Lock putting = new ReentrantLock();

  private final Lock opening = new ReentrantLock();
  private @Nullable FileChannel open;
  private boolean closed;

  private Letterbox(SessionId session, Path path) {
    this.session = session;
    this.path = path;
  }

  /** A new one in this folder, for root alone. */
  static Letterbox make(CommandRunner commands, Path dir, SessionId session) throws LinuxException {
    Path path = dir.resolve("letterbox-" + UUID.randomUUID());
    commands.run(List.of("mkfifo", "--mode=0600", path.toString()));
    return new Letterbox(session, path);
  }

  Path path() {
    return path;
  }

  boolean isOf(SessionId wanted) {
    return session.equals(wanted);
  }

  /** A line that the visit's first program said. */
  void hear(String line) {
    told.hear(line);
  }

  /** Blocks while the visit does not read; ends when it is closed. */
  Bringing.Outcome put(BroughtDocument document) {
    putting.lock();
    try (FileChannel pipe = open()) {
      told.forget();
      if (!pass(document, pipe)) {
        return Bringing.Outcome.FAILED;
      }
      return told.await(document.number(), TOLD_WITHIN);
    } catch (IOException e) {
      log.info("a document did not reach the visit: {}", e.getClass().getSimpleName());
      return Bringing.Outcome.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Bringing.Outcome.FAILED;
    } finally {
      putting.unlock();
    }
  }

  /** Whoever puts something in is let go. */
  void close() {
    opening.lock();
    try {
      closed = true;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      log.warn("the way into a visit that is over could not be closed", e);
    } finally {
      opening.unlock();
    }
  }

  /** What has begun is always ended, so that the visit's program knows where the next begins. */
  private static boolean pass(BroughtDocument document, FileChannel pipe) throws IOException {
    try {
      for (byte[] piece = document.next(); piece.length > 0; piece = document.next()) {
        say(pipe, "data " + piece.length);
        write(pipe, piece);
      }
    } catch (BrokenDocumentException broken) {
      say(pipe, "drop");
      return false;
    }
    say(pipe, "keep " + document.number() + " " + document.name());
    return true;
  }

  private static void say(FileChannel pipe, String line) throws IOException {
    write(pipe, (line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(FileChannel pipe, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      pipe.write(left);
    }
  }

  /**
   * To open a pipe only for writing waits for a reader, for ever if there is none. One that is open
   * both ways is a reader itself, and lets us in; once it is closed, a visit that is gone shows.
   */
  private FileChannel open() throws IOException {
    opening.lock();
    try (FileChannel _ =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (closed) {
        throw new IOException("the visit is over");
      }
      FileChannel pipe = FileChannel.open(path, StandardOpenOption.WRITE);
      open = pipe;
      return pipe;
    } finally {
      opening.unlock();
    }
  }
}
