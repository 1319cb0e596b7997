package org.escale.protocol;

import org.escale.protocol.Visits.Slot;
import org.jspecify.annotations.Nullable;

/** Questions of a visitor who shows her ticket at any station, and the server's answers. */
public final class Tickets {

  /** What is this ticket good for? */
  public record Show(PublicTicket ticket, TicketSecret secret) {}

  /**
   * What a ticket is good for: a slot, or a place in the queue.
   *
   * @param slot null while it waits in the queue
   * @param stationName the station of the slot; null while it waits
   * @param waiting null unless it waits in the queue
   * @param notHere why the visit cannot begin at the asking station now; null if it can
   * @param booking what holds the slot, to ask where it could be moved; null while it waits
   */
  public record Seen(
      PublicTicket ticket,
      @Nullable Slot slot,
      @Nullable String stationName,
      @Nullable QueuePlace waiting,
      @Nullable RefusalReason notHere,
      @Nullable BookingId booking) {}

  /** Another slot instead of this ticket's. The ticket and its digits stay the same. */
  public record Move(PublicTicket ticket, TicketSecret secret, Visits.Slot slot) {}

  /** Gives the slot or the place in the queue back. */
  public record Cancel(PublicTicket ticket, TicketSecret secret) {}

  /** It is given back. */
  public record Cancelled(PublicTicket ticket) {}

  private Tickets() {}
}
