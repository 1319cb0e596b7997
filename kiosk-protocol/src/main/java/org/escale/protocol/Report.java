package org.escale.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a station tells the server. Reports wait on the station's disk and are resent in order until
 * a {@link ReportAck} comes; the server takes each id once.
 */
public sealed interface Report extends FromStation {

  ReportId id();

  /**
   * The station is in another state than before, or its shell came or went while it was free.
   *
   * @param session the session under way, if any
   * @param remaining time left when the station said so, in a session
   * @param outOfService why it cannot be used, when out of service
   * @param nobodyProven true in {@code HIDDEN} when the visit will be erased within 2 minutes
   *     because nobody has proven to be its visitor
   * @param guideUnderWay true in a session while its visitor has a guide open
   * @param shellThere false while there is nothing on the screen: then it can open for nobody
   */
  record StateChanged(
      ReportId id,
      StationStateName state,
      @Nullable SessionId session,
      @Nullable Duration remaining,
      @Nullable OutOfServiceReason outOfService,
      boolean nobodyProven,
      boolean guideUnderWay,
      boolean shellThere)
      implements Report {}

  /**
   * The visitor can work.
   *
   * @param startedAt wall clock of the station
   */
  record SessionStarted(ReportId id, SessionId session, Instant startedAt) implements Report {}

  /**
   * The session is over; what follows is the wipe. This is when a visit is counted.
   *
   * @param startedAt wall clock of the station; its day in the centre's zone is the visit's day
   * @param used time between start and end, by the station's boot clock
   * @param guides the guides that were opened, by id
   */
  record SessionEnded(
      ReportId id,
      SessionId session,
      EndReason reason,
      Instant startedAt,
      Duration used,
      Set<String> guides)
      implements Report {

    public SessionEnded {
      guides = Set.copyOf(guides);
    }
  }

  /** A wipe is over, with its proof. */
  record Wiped(ReportId id, WipeReceipt receipt) implements Report {}

  /** A visitor calls a mediator. */
  record HelpAsked(ReportId id, HelpRequestId request, SessionId session, HelpReason reason)
      implements Report {}

  /** The visitor no longer needs help. */
  record HelpCancelled(ReportId id, HelpRequestId request, SessionId session) implements Report {}

  /**
   * A printed code has opened a visit while the server was away; no other visit will open by it.
   *
   * @param number of the code on its sheet, from 1
   * @param usedAt wall clock of the station
   */
  record EmergencyCodeUsed(ReportId id, UUID sheet, int number, SessionId session, Instant usedAt)
      implements Report {}

  /** What became of a command. */
  record CommandResult(ReportId id, CommandId command, CommandOutcome outcome) implements Report {}
}
