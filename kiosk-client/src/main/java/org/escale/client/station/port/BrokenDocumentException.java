package org.escale.client.station.port;

/** A document has not come whole. */
public final class BrokenDocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  public BrokenDocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
