package org.escale.protocol;

import java.util.List;

/**
 * The body of every refused question, with an HTTP status of 4xx.
 *
 * @param alternatives the slots nearest to the one that was asked for; none if it was about no slot
 */
public record Refusal(RefusalReason reason, List<Visits.Slot> alternatives) {

  public Refusal {
    alternatives = List.copyOf(alternatives);
  }

  public Refusal(RefusalReason reason) {
    this(reason, List.of());
  }
}
