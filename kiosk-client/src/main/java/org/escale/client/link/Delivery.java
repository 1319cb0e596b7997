package org.escale.client.link;

import java.util.UUID;
import org.escale.protocol.DocumentKind;

/** What the server answers a station that asks for the next document from a telephone. */
public sealed interface Delivery {

  /** None has come for a while. */
  record Nothing() implements Delivery {}

  /** One that is still coming. To be closed. */
  record Document(UUID id, DocumentKind kind, DocumentStream content) implements Delivery {}

  /** No telephone is invited any more. */
  record NobodyInvited() implements Delivery {}

  record NotReached() implements Delivery {}
}
