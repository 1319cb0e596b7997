package org.escale.tour.room;

/** The room cannot be set up or does not behave; the message says it in one sentence. */
public final class RoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RoomException(String what) {
    super(what);
  }

  public RoomException(String what, Throwable cause) {
    super(what, cause);
  }
}
