package org.escale.protocol;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Questions of a visitor for whom no station is free, and the server's answers. */
public final class Queueing {

  /**
   * Wait for the next station that fits.
   *
   * @param request the same id again gets the same answer
   */
  public record Join(UUID request, Set<StationTrait> needs, Duration length, Language language) {

    public Join {
      needs = Set.copyOf(needs);
    }
  }

  /** Where a ticket stands, shown to its holder alone. */
  public record Joined(PublicTicket ticket, TicketSecret secret, QueuePlace place) {}

  private Queueing() {}
}
