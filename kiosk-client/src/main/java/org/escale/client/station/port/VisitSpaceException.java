package org.escale.client.station.port;

/** The visit's place could not be made, covered or erased. Never names a visitor's file. */
public final class VisitSpaceException extends Exception {

  private static final long serialVersionUID = 1L;

  public VisitSpaceException(String what) {
    super(what);
  }

  public VisitSpaceException(String what, Throwable cause) {
    super(what, cause);
  }
}
