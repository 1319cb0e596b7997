package org.escale.client.link;

import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;

/** What came of a question. */
public sealed interface Answer<T> {

  record Given<T>(T value) implements Answer<T> {}

  /**
   * @param refusal the server's, or one for {@link RefusalReason#SERVER_NOT_REACHED}
   */
  record Refused<T>(Refusal refusal) implements Answer<T> {

    public Refused(RefusalReason reason) {
      this(new Refusal(reason));
    }

    public RefusalReason reason() {
      return refusal.reason();
    }
  }
}
