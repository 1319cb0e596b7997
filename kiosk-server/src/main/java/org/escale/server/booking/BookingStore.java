package org.escale.server.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;

/**
 * Where bookings are kept. A quarter hour of a station belongs to one booking at most, by
 * construction; every change is durable as a whole or not made. Thread-safe; calls block.
 */
public interface BookingStore {

  /** A stretch of time on a station. */
  record Spot(StationId station, Instant startsAt, Instant endsAt) {}

  /**
   * Time wanted on some station.
   *
   * @param asker the station that asks
   * @param request asked again by the same station, it gets the booking it got before
   * @param spots in order of preference, one at least; a place in the queue takes none of them
   * @param tickets every ticket there is, in the order in which they are to be tried
   */
  record Wish(
      StationId asker,
      UUID request,
      Booking.Kind kind,
      List<Spot> spots,
      Set<StationTrait> needs,
      List<PublicTicket> tickets,
      SealedDigits digits) {

    public Wish {
      spots = List.copyOf(spots);
      needs = Set.copyOf(needs);
      tickets = List.copyOf(tickets);
    }
  }

  /** What became of a wish. */
  sealed interface Taking {

    record Taken(Booking booking) implements Taking {}

    /** This request was answered before with this booking, whatever has become of it since. */
    record Repeated(Booking booking) implements Taking {}

    /** No spot is free throughout. */
    record NoneFree() implements Taking {}

    /** More visits close together than there are tickets. */
    record NoTicketLeft() implements Taking {}
  }

  /**
   * Takes the first spot that is free throughout. A walk-in is {@code BEGUN} at once; a slot and a
   * seat are {@code HELD}; a place in the queue is {@code WAITING} and takes no time. Its ticket is
   * no other's within two hours.
   */
  Taking take(Wish wish);

  /**
   * Takes the stretches of all these wishes, or none of them. Each has one spot.
   *
   * @return what was taken, in order; empty if something was not free
   */
  List<Booking> takeTogether(List<Wish> wishes);

  /**
   * The queue has come to this ticket: this stretch of this station is held for it.
   *
   * @return empty if it does not wait any more, or if the stretch is not free
   */
  Optional<Booking> call(BookingId id, StationId station, Instant startsAt, Instant endsAt);

  /** Puts a called ticket back into the queue, where it stood. Changes no other. */
  void waitAgain(BookingId id);

  /**
   * A ticket of the queue whose holder did not come when it was called waits again, where it stood.
   *
   * @param needs what it needs, which was forgotten
   * @return empty if it is not one that was called in vain
   */
  Optional<Booking> comeBack(BookingId id, Set<StationTrait> needs);

  /**
   * The visit of a held booking begins at this station, for this stretch instead of its own:
   * quarter hours are added and given back as needed. One that has begun already stays as it is and
   * is returned.
   *
   * @return empty if it is neither held nor begun, or if the stretch is not free
   */
  Optional<Booking> begin(BookingId id, StationId station, Instant startsAt, Instant endsAt);

  /** A visit that could not be opened: its booking is waited for again. */
  void beginAgain(BookingId id);

  /**
   * A held booking is for the first of these spots now that is free but for itself. It keeps its
   * ticket, unless another of the same goes about then.
   *
   * @return empty if it is not held, or if no spot is free; nothing is changed then
   */
  Optional<Booking> move(BookingId id, List<Spot> spots, List<PublicTicket> tickets);

  /**
   * Moves the end of a begun booking, later or earlier.
   *
   * @return false if it has not begun or the time is taken; nothing is changed then
   */
  boolean moveEnd(BookingId id, Instant endsAt);

  /**
   * An open booking is over: all of its quarter hours are free, and what it needed is forgotten.
   *
   * @return the booking as it is now; empty if it was not open
   */
  Optional<Booking> close(BookingId id, Booking.State as);

  /**
   * New digits for an open booking.
   *
   * @return false if it is not open
   */
  boolean replaceDigits(BookingId id, SealedDigits digits);

  Optional<Booking> find(BookingId id);

  /** What this request was answered with before, if it was. */
  Optional<Booking> answered(StationId asker, UUID request);

  /** Open bookings with this ticket that end after this moment, by start. */
  List<Booking> openWith(PublicTicket ticket, Instant endAfter);

  /** Bookings with this ticket that were called off and would have ended after this moment. */
  List<Booking> calledOffWith(PublicTicket ticket, Instant endAfter);

  /** Bookings that touch this stretch of time, by start; those in the queue are not among them. */
  List<Booking> touching(Instant from, Instant to);

  /** The queue: whoever waits, in order of arrival. */
  List<Booking> waiting();

  /** What is taken, kept true by every change that is made here. */
  Occupancy<StationId> occupancy();

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
