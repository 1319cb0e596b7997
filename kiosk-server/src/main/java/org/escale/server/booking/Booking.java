package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;

/**
 * Time on a station, with its ticket: a slot, a walk-in that begins at once, a place in the queue
 * that has no time yet. Says nothing about who holds the ticket.
 *
 * @param station where; while it waits in the queue, where it was asked for
 * @param startsAt while it waits, when it was asked for
 * @param endsAt while it waits, as long after that as the visit will last
 * @param needs traits the station must have; forgotten when it is over
 */
public record Booking(
    BookingId id,
    Kind kind,
    State state,
    StationId station,
    Instant startsAt,
    Instant endsAt,
    PublicTicket ticket,
    SealedDigits digits,
    Set<StationTrait> needs) {

  public Booking {
    if (!startsAt.isBefore(endsAt)) {
      throw new IllegalArgumentException("a booking starts before it ends");
    }
    needs = Set.copyOf(needs);
  }

  /** How it came about. */
  public enum Kind {
    BOOKED,
    WALK_IN,
    /** Its visitor queued for a station. */
    QUEUED,
    /** A seat of a workshop. */
    WORKSHOP
  }

  /** What has become of it. */
  public enum State {
    /** In the queue: it keeps nobody from any station. */
    WAITING,
    /** Its visitor is waited for. */
    HELD,
    /** Its visit was granted to a station. */
    BEGUN,
    ENDED,
    CANCELLED,
    /** The centre could not keep it: it closed early. */
    CALLED_OFF,
    /** Nobody came in time. */
    NOT_SHOWN
  }

  /** True while its ticket is good for something. */
  public boolean isOpen() {
    return state == State.WAITING || holdsTime();
  }

  /** True while it keeps others from the station. */
  public boolean holdsTime() {
    return state == State.HELD || state == State.BEGUN;
  }

  public Duration length() {
    return Duration.between(startsAt, endsAt);
  }
}
