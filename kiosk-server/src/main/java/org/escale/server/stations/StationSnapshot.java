package org.escale.server.stations;

import java.time.Duration;
import java.time.Instant;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a station: what it said last, and whether it can be reached now.
 *
 * @param connected true while its link is open and it has said hello
 * @param shellThere true while it is connected and there is something on its screen
 * @param unlocking true while an unlock is on its way and not yet answered
 * @param state the last state it told; null if it never told one
 * @param session the session under way when it said so
 * @param remaining time left when it said so
 * @param saidAt when it said so, by this server's clock
 * @param nobodyProven its visit will soon be erased because nobody has proven to be its visitor
 * @param receipt the newest proof that it was erased; null if there is none
 */
public record StationSnapshot(
    Station station,
    boolean connected,
    boolean shellThere,
    boolean unlocking,
    @Nullable StationStateName state,
    @Nullable SessionId session,
    @Nullable Duration remaining,
    @Nullable Instant saidAt,
    @Nullable OutOfServiceReason outOfService,
    boolean nobodyProven,
    @Nullable LastReceipt receipt) {

  /**
   * @param number as numbered by the station
   * @param residue 0 means clean
   * @param newerThanLastUse false if the station was used since
   * @param isNewest false if the station says that it has a newer one, which has not arrived yet
   */
  public record LastReceipt(
      long number, int residue, Instant arrivedAt, boolean newerThanLastUse, boolean isNewest) {}

  /** Time left at this moment, never negative; null if no visit is under way. */
  public @Nullable Duration remainingAt(Instant now) {
    if (remaining == null || saidAt == null) {
      return null;
    }
    Duration left = remaining.minus(Duration.between(saidAt, now));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
