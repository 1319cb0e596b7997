package org.escale.client.link;

import org.escale.protocol.RefusalReason;

/** What came of a question. */
public sealed interface Answer<T> {

  record Given<T>(T value) implements Answer<T> {}

  /**
   * @param reason the server's, or {@link RefusalReason#SERVER_NOT_REACHED}
   */
  record Refused<T>(RefusalReason reason) implements Answer<T> {}
}
