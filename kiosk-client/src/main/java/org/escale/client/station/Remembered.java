package org.escale.client.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.escale.client.station.StationState.Ending;
import org.escale.client.station.StationState.Hidden;
import org.escale.client.station.StationState.InSession;
import org.escale.client.station.StationState.Locked;
import org.escale.client.station.StationState.Opening;
import org.escale.client.station.StationState.OutOfService;
import org.escale.client.station.StationState.Wiping;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;

/**
 * What a station must still know after a power cut. Neither a ticket nor its digits.
 *
 * @param visit the visit that was under way
 * @param owed the wipe that was under way
 * @param outOfService a mediator has taken the station away
 * @param emergency the printed codes that it knows, and which of them are spent
 */
public record Remembered(
    @Nullable CutShort visit,
    @Nullable Owed owed,
    boolean outOfService,
    Emergency.@Nullable Kept emergency) {

  public static final Remembered NOTHING = new Remembered(null, null, false);

  /** Of a station without printed codes. */
  public Remembered(@Nullable CutShort visit, @Nullable Owed owed, boolean outOfService) {
    this(visit, owed, outOfService, null);
  }

  private static final Duration STEP = Duration.ofSeconds(30);

  /**
   * A visit that a new agent cannot vouch for.
   *
   * @param wallClock when it started; null if it never did
   * @param used in steps of half a minute
   */
  public record CutShort(
      SessionId session,
      WipeOrderId wipeOrder,
      @Nullable Instant wallClock,
      Duration used,
      Set<String> guides) {

    public CutShort {
      guides = Set.copyOf(guides);
    }
  }

  /** A wipe whose order a receipt must still quote. */
  public record Owed(WipeOrderId order, @Nullable SessionId session) {}

  public static Remembered of(Station station, BootTime now) {
    boolean away = station.afterwards() == OutOfServiceReason.BY_MEDIATOR;
    Emergency.Kept kept = station.emergency().kept();
    return switch (station.state()) {
      case Opening opening -> new Remembered(cut(opening.visit(), now), null, away, kept);
      case InSession session -> new Remembered(cut(session.visit(), now), null, away, kept);
      case Hidden hidden -> new Remembered(cut(hidden.visit(), now), null, away, kept);
      case Ending ending -> new Remembered(cut(ending.visit(), now), null, away, kept);
      case Wiping wiping -> new Remembered(null, owed(wiping.job()), away, kept);
      case Locked _ -> new Remembered(null, null, away, kept);
      case OutOfService out ->
          new Remembered(
              null, owed(out.owed()), away || out.reason() == OutOfServiceReason.BY_MEDIATOR, kept);
    };
  }

  private static CutShort cut(Visit visit, BootTime now) {
    return new CutShort(
        visit.session(),
        visit.wipeOrder(),
        visit.start() == null ? null : visit.start().wallClock(),
        STEP.multipliedBy(visit.used(now).dividedBy(STEP)),
        visit.guides().opened());
  }

  private static @Nullable Owed owed(@Nullable WipeJob job) {
    return job == null ? null : new Owed(job.order(), job.session());
  }
}
