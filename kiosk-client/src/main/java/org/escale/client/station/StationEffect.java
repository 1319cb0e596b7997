package org.escale.client.station;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.WipeReceipt;
import org.jspecify.annotations.Nullable;

/** What a station does when something has happened. */
public sealed interface StationEffect {

  /** To be told to the server, in this order, and kept until it has been. */
  sealed interface Tell extends StationEffect {

    record State(
        StationStateName state,
        @Nullable SessionId session,
        @Nullable Duration remaining,
        @Nullable OutOfServiceReason outOfService,
        boolean nobodyProven,
        boolean guideUnderWay,
        boolean shellThere)
        implements Tell {}

    record Started(SessionId session, Instant wallClock) implements Tell {}

    /**
     * @param wallClock when it started; null if it never did
     */
    record Ended(
        SessionId session,
        EndReason reason,
        @Nullable Instant wallClock,
        Duration used,
        Set<String> guides)
        implements Tell {

      public Ended {
        guides = Set.copyOf(guides);
      }
    }

    record Wiped(WipeReceipt receipt) implements Tell {}

    record Help(HelpRequestId request, SessionId session, HelpReason reason) implements Tell {}

    record HelpNoLonger(HelpRequestId request, SessionId session) implements Tell {}

    /** A printed code has been spent on this visit. */
    record EmergencyCodeUsed(UUID sheet, int number, SessionId session) implements Tell {}

    record Answer(CommandId command, CommandOutcome outcome) implements Tell {}
  }

  /** What the visitor asked for is refused; to be told to her alone. */
  record Refuse(RefusalReason reason) implements StationEffect {}

  /** To be done by the visit's space, in this order. */
  sealed interface Do extends StationEffect {

    record Open(VisitSpace.Plan plan) implements Do {}

    record Browse(URI site) implements Do {}

    record Cover(SessionId session) implements Do {}

    record Uncover(SessionId session) implements Do {}

    /** Sees what the visit has outside its walls, and lets a stick in. */
    record Look(SessionId session) implements Do {}

    /** Shows in the visit what is on the stick. */
    record OpenStick(SessionId session) implements Do {}

    record Save(SessionId session) implements Do {}

    record DeleteDocuments(SessionId session) implements Do {}

    record Eject(SessionId session) implements Do {}

    record Erase() implements Do {}
  }
}
