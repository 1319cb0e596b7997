package org.escale.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions of a visitor at a station about time on a computer, and the server's answers. */
public final class Visits {

  /**
   * What this station can offer now.
   *
   * @param walkIn how long a visitor may take this station for now; null if she cannot
   * @param slots what can be booked later today, soonest first
   */
  public record Offer(@Nullable Duration walkIn, List<Slot> slots) {

    public Offer {
      slots = List.copyOf(slots);
    }
  }

  /** A bookable stretch of time on some station. */
  public record Slot(Instant start, Duration length) {}

  /**
   * Take this station now.
   *
   * @param request the same id again gets the same answer, so a lost answer can be asked again
   */
  public record TakeNow(UUID request, Language language) {}

  /** Take a slot. The server picks the station, this one if it is free then. */
  public record Book(UUID request, Slot slot, Language language) {}

  /** The visitor's ticket for a slot, shown to her alone. */
  public record Booked(
      BookingId booking, PublicTicket ticket, TicketSecret secret, Slot slot, String stationName) {}

  /** Begin a booked visit at this station. */
  public record Start(UUID request, PublicTicket ticket, TicketSecret secret, Language language) {}

  /** Yes: an {@link Command.Unlock} for this session comes over the link. */
  public record Granted(SessionId session) {}

  private Visits() {}
}
