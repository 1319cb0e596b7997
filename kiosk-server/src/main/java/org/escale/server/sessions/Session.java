package org.escale.server.sessions;

import java.time.Duration;
import java.time.Instant;
import org.escale.protocol.BookingId;
import org.escale.protocol.CommandId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeOrderId;
import org.escale.server.booking.Booking;
import org.jspecify.annotations.Nullable;

/**
 * One use of one station: where, from when, until when. Nothing of what was done, or by whom.
 *
 * @param kind null if the station knew of this session and the server did not
 * @param booking the time it was granted, with its ticket; null once the session is over
 * @param unlock the command that opens it, the same however often it is sent
 * @param startedAt null until the station has said so
 */
public record Session(
    SessionId id,
    StationId station,
    State state,
    Booking.@Nullable Kind kind,
    @Nullable BookingId booking,
    CommandId unlock,
    WipeOrderId wipeOrder,
    Instant grantedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant wipedAt) {

  /** A shorter one is an aborted start and no visit. */
  public static final Duration SHORTEST_VISIT = Duration.ofMinutes(1);

  /** How far it has come, as its station says. */
  public enum State {
    /** The station was told to open; it has not said that it did. */
    GRANTED,
    RUNNING,
    ENDED,
    /** The station refused to open, or could not. */
    NOT_OPENED
  }

  static Session granted(Booking booking, Instant now) {
    return new Session(
        SessionId.random(),
        booking.station(),
        State.GRANTED,
        booking.kind(),
        booking.id(),
        CommandId.random(),
        WipeOrderId.random(),
        now,
        null,
        null,
        null);
  }

  /** True if it was granted without a booking. */
  public boolean isWalkIn() {
    return kind == Booking.Kind.WALK_IN;
  }

  /** True if it was a seat of a workshop. */
  public boolean isOfWorkshop() {
    return kind == Booking.Kind.WORKSHOP;
  }

  public boolean isOpen() {
    return state == State.GRANTED || state == State.RUNNING;
  }
}
