package org.escale.protocol.codec;

import org.escale.protocol.Goodbye;

/** A frame that cannot be understood. Carries no part of the frame. */
public final class FrameException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Goodbye.Reason reason;

  FrameException(Goodbye.Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Goodbye.Reason reason() {
    return reason;
  }
}
