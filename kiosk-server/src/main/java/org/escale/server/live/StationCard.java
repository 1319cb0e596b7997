package org.escale.server.live;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationStateName;
import org.escale.protocol.StationTrait;
import org.escale.protocol.UnlockCode;
import org.escale.protocol.WipeItem;
import org.jspecify.annotations.Nullable;

/**
 * One station as the console knows it.
 *
 * @param state what the station said last; null if it has never said anything
 * @param outOfService why, when out of service
 * @param visit the visit under way, if any
 * @param held the booking that the station is kept for, if any
 * @param lastWipe the newest receipt, if any
 * @param setback what staff reads about a wish of theirs that has just come to nothing, if any
 * @param code what opens it for whoever types it there, for the moment
 */
public record StationCard(
    StationId id,
    String name,
    Contact contact,
    @Nullable StationStateName state,
    @Nullable OutOfServiceReason outOfService,
    @Nullable Visit visit,
    @Nullable Held held,
    @Nullable LastWipe lastWipe,
    @Nullable String setback,
    Setup setup,
    @Nullable Code code) {

  /** A station that nobody has said anything about yet. */
  public StationCard(
      StationId id,
      String name,
      Contact contact,
      @Nullable StationStateName state,
      @Nullable OutOfServiceReason outOfService,
      @Nullable Visit visit,
      @Nullable Held held,
      @Nullable LastWipe lastWipe,
      @Nullable String setback) {
    this(
        id,
        name,
        contact,
        state,
        outOfService,
        visit,
        held,
        lastWipe,
        setback,
        new Setup(StationRole.VISITS, Set.of()),
        null);
  }

  /** Six digits to be told to a visitor. */
  public record Code(UnlockCode code, Instant validUntil) {}

  /** What the station is there for, and what it can offer. */
  public record Setup(StationRole role, Set<StationTrait> traits) {

    public Setup {
      traits = Set.copyOf(traits);
    }
  }

  /**
   * Whether the station is on the line.
   *
   * @param screen there is something on its screen, so that it can be opened
   * @param lastHeard when it was last heard; null if never
   */
  public record Contact(boolean connected, boolean screen, @Nullable Instant lastHeard) {}

  /**
   * A visit under way.
   *
   * @param ticket null if the server does not know it
   * @param until when the time granted is over; null until the station has said how much is left
   * @param nobodyProven the screen is hidden and will be erased within 2 minutes
   * @param guideUnderWay the visitor has a guided task open
   */
  public record Visit(
      SessionId session,
      @Nullable PublicTicket ticket,
      Language language,
      @Nullable Instant until,
      boolean nobodyProven,
      boolean guideUnderWay) {}

  /** The station is kept for the holder of this ticket. */
  public record Held(BookingId booking, PublicTicket ticket, Instant from) {}

  /**
   * What the newest receipt says.
   *
   * @param clean nothing was left, and the station was not used since
   * @param left how many were still there, by kind
   */
  public record LastWipe(Instant at, boolean clean, Map<WipeItem, Integer> left) {

    public LastWipe {
      left = Map.copyOf(left);
    }
  }
}
