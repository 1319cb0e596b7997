package org.escale.client.ipc;

import java.io.IOException;

/** What came over the socket is not a message, or is too long. Carries no part of it. */
final class MessageException extends IOException {

  private static final long serialVersionUID = 1L;

  MessageException(String what) {
    super(what);
  }
}
