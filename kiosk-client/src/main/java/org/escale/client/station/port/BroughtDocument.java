package org.escale.client.station.port;

import org.escale.protocol.DocumentKind;

/** A document on its way into a visit, piece by piece. For one thread at a time. */
public interface BroughtDocument {

  /** The first that this visit is brought has number 1. */
  int number();

  DocumentKind kind();

  /**
   * The next piece; blocks until it is there.
   *
   * @return at most {@link VisitSpace#PIECE_BYTES}; empty if that was all
   * @throws BrokenDocumentException if the rest will never come
   */
  byte[] next() throws BrokenDocumentException;

  /** What it is called in the visit: nothing of the name it had elsewhere is known. */
  default String name() {
    String what = kind() == DocumentKind.PDF ? "document" : "photo";
    return what + "-" + number() + "." + kind().ending();
  }
}
