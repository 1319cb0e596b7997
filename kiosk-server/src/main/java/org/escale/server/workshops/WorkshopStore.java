package org.escale.server.workshops;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.escale.protocol.BookingId;

/** Where workshops are kept. Thread-safe; calls block. */
public interface WorkshopStore {

  /**
   * Does all of this durably, or nothing of it if it throws. Must be short and wait for nothing.
   */
  <T> T together(Supplier<T> work);

  /** Keeps a workshop that has no dates yet; one that is kept already stays as it is. */
  void keep(Workshop workshop);

  void keep(WorkshopId workshop, Workshop.Date date);

  /** Every workshop that has a date that ends after this moment, with all its dates. */
  List<Workshop> endingAfter(Instant moment);

  Optional<Workshop> find(WorkshopId id);

  /** The date that has this booking for a seat. */
  Optional<Workshop.Date> withSeat(BookingId booking);

  /**
   * A planned date is in another state now.
   *
   * @return false if it was not planned
   */
  boolean settle(WorkshopDateId id, Workshop.State state);

  /** Forgets which seats dates had that ended before this moment; the workshops stay. */
  int purge(Instant endedBefore);
}
