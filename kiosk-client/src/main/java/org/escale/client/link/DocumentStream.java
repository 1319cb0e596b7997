package org.escale.client.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A document's bytes as they come from the server, all of them or an exception. */
public final class DocumentStream implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DocumentStream.class);

  /** A server that has gone without a word is waited for no longer. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final InputStream content;
  private final CompletableFuture<Void> late;
  private long left;

  DocumentStream(InputStream content, long size) {
    this.content = content;
    this.left = size;
    this.late =
        CompletableFuture.runAsync(
            this::close,
            CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * @return at most so many bytes; none if that was all
   * @throws IOException if the rest will never come
   */
  public byte[] next(int atMost) throws IOException {
    byte[] piece = content.readNBytes((int) Math.min(left, atMost));
    left -= piece.length;
    if (piece.length == 0 && left > 0) {
      throw new IOException("the document is not whole");
    }
    return piece;
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException | UncheckedIOException e) {
      log.debug("a document's stream was broken already", e);
    }
    late.cancel(false);
  }
}
