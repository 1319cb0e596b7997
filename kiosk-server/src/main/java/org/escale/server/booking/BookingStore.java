package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketProof;

/**
 * Where bookings are kept. A quarter hour of a station belongs to one booking at most, by
 * construction; every change is durable as a whole or not made. Thread-safe; calls block.
 */
public interface BookingStore {

  /**
   * A stretch of time wanted on one of some stations.
   *
   * @param asker the station that asks
   * @param request asked again by the same station, it gets the booking it got before
   * @param candidates in order of preference
   * @param tickets every ticket there is, in the order in which they are to be tried
   */
  record Wish(
      StationId asker,
      UUID request,
      Booking.Kind kind,
      List<StationId> candidates,
      Instant startsAt,
      Instant endsAt,
      List<PublicTicket> tickets,
      TicketProof proof) {

    public Wish {
      candidates = List.copyOf(candidates);
      tickets = List.copyOf(tickets);
    }
  }

  /** What became of a wish. */
  sealed interface Taking {

    record Taken(Booking booking) implements Taking {}

    /** This request was answered before with this booking, whatever has become of it since. */
    record Repeated(Booking booking) implements Taking {}

    /** No candidate is free throughout. */
    record NoneFree() implements Taking {}

    /** More visits close together than there are tickets. */
    record NoTicketLeft() implements Taking {}
  }

  /**
   * Takes the whole stretch on the first candidate that is free throughout. A walk-in is {@code
   * BEGUN} at once, a booking {@code HELD}. Its ticket is no other's within two hours.
   */
  Taking take(Wish wish, Instant now);

  /**
   * The visit of a held booking begins, for this stretch instead of its own: quarter hours are
   * added and given back as needed. One that has begun already stays as it is and is returned.
   *
   * @return empty if it is neither held nor begun, or if the stretch is not free
   */
  Optional<Booking> begin(BookingId id, Instant startsAt, Instant endsAt);

  /** A visit that could not be opened: its booking is waited for again. */
  void beginAgain(BookingId id);

  /**
   * Moves the end of a begun booking, later or earlier.
   *
   * @return false if it has not begun or the time is taken; nothing is changed then
   */
  boolean moveEnd(BookingId id, Instant endsAt);

  /**
   * An open booking is over: all of its quarter hours are free.
   *
   * @return the booking as it is now; empty if it was not open
   */
  Optional<Booking> close(BookingId id, Booking.State as);

  /**
   * New digits for an open booking.
   *
   * @return false if it is not open
   */
  boolean replaceProof(BookingId id, TicketProof proof);

  Optional<Booking> find(BookingId id);

  /** What this request was answered with before, if it was. */
  Optional<Booking> answered(StationId asker, UUID request);

  /** Bookings that touch this stretch of time, by start. */
  List<Booking> touching(Instant from, Instant to);

  /** The quarter hours taken on each station that touch this stretch of time. */
  Map<StationId, Set<QuarterHour>> taken(Instant from, Instant to);

  /** Forgets bookings that ended before this moment, and all that hangs on them. */
  int purge(Instant endedBefore);

  /**
   * Notes that digits are about to be tried at a station.
   *
   * @return the id of this try, or empty if there were too many already
   */
  Optional<UUID> noteTry(StationId station, Instant now, TryLimits limits);

  /** The digits of this try were right, so it does not count. */
  void forgetTry(UUID attempt);

  /**
   * @param within how far back tries count
   */
  record TryLimits(int perStation, int perRoom, Duration within) {}
}
