package org.escale.client.station.port;

import java.util.Arrays;
import org.escale.protocol.DocumentKind;

/** A document of these bytes, which may break off before its end. */
public final class SampleDocument implements BroughtDocument {

  private final int number;
  private final byte[] content;
  private final boolean whole;
  private int given;

  private SampleDocument(int number, byte[] content, boolean whole) {
    this.number = number;
    this.content = content;
    this.whole = whole;
  }

  public static SampleDocument of(int number, byte[] content) {
    return new SampleDocument(number, content, true);
  }

  /** The telephone goes away after these bytes. */
  public static SampleDocument broken(int number, byte[] content) {
    return new SampleDocument(number, content, false);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.JPEG;
  }

  @Override
  public byte[] next() throws BrokenDocumentException {
    if (given == content.length && !whole) {
      throw new BrokenDocumentException("gone", new IllegalStateException("gone"));
    }
    int until = Math.min(content.length, given + VisitSpace.PIECE_BYTES);
    byte[] piece = Arrays.copyOfRange(content, given, until);
    given = until;
    return piece;
  }
}
