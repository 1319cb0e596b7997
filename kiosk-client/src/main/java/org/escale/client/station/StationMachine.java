package org.escale.client.station;

import java.util.ArrayList;
import java.util.List;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationState.Ending;
import org.escale.client.station.StationState.Hidden;
import org.escale.client.station.StationState.InSession;
import org.escale.client.station.StationState.Locked;
import org.escale.client.station.StationState.Opening;
import org.escale.client.station.StationState.OutOfService;
import org.escale.client.station.StationState.Wiping;
import org.escale.protocol.Command;
import org.escale.protocol.EndReason;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.WipeOrderId;

/**
 * What a station does when something happens. Pure: the same station, event and moment give the
 * same transition. Every state answers to every event, each in its own {@code When…}.
 */
public final class StationMachine {

  private final Limits limits;

  public StationMachine(Limits limits) {
    this.limits = limits;
  }

  /** A station of no centre yet. */
  public Transition startNotEnrolled(BootTime now) {
    Station station =
        new Station(
            new OutOfService(OutOfServiceReason.NOT_ENROLLED, null, null),
            null,
            null,
            null,
            Emergency.NONE);
    return new Transition(station, List.of(station.told(now)));
  }

  /**
   * Every start begins with a wipe. A visit that was under way ends with it: nobody can vouch for
   * it any more.
   *
   * @param order of that wipe, unless one is owed already
   */
  public Transition start(Remembered before, WipeOrderId order, BootTime now) {
    Wiping wiping = new Wiping(startUpJob(before, order), 1, now, Outside.NOTHING);
    Station station =
        new Station(
            wiping,
            null,
            null,
            before.outOfService() ? OutOfServiceReason.BY_MEDIATOR : null,
            Emergency.of(before.emergency(), now));
    List<StationEffect> effects = new ArrayList<>();
    if (before.visit() != null) {
      effects.add(
          new Tell.Ended(
              before.visit().session(),
              EndReason.STATION_RESTARTED,
              before.visit().wallClock(),
              before.visit().used(),
              before.visit().guides()));
    }
    effects.add(station.told(now));
    effects.add(new Do.Erase());
    return new Transition(station, effects);
  }

  public Transition next(Station before, StationEvent event, BootTime now) {
    Station station = withNews(before, event);
    Moment moment = new Moment(station, now, limits);
    Transition transition =
        switch (station.state()) {
          case OutOfService state -> new WhenOutOfService(moment, state).on(event);
          case Wiping state -> new WhenWiping(moment, state).on(event);
          case Locked state -> new WhenLocked(moment, state).on(event);
          case Opening state -> new WhenOpening(moment, state).on(event);
          case InSession state -> new WhenInSession(moment, state).on(event);
          case Hidden state -> new WhenHidden(moment, state).on(event);
          case Ending state -> new WhenEnding(moment, state).on(event);
        };
    return isNews(before, transition.station())
        ? transition.and(transition.station().told(now))
        : transition;
  }

  /** Another state; or, on a free station, a shell that came or went: can it open, or not? */
  private static boolean isNews(Station before, Station after) {
    return after.state().name() != before.state().name()
        || (after.state() instanceof Locked && after.shellThere() != before.shellThere());
  }

  private static WipeJob startUpJob(Remembered before, WipeOrderId order) {
    if (before.visit() != null) {
      return new WipeJob(before.visit().wipeOrder(), before.visit().session(), true, null);
    }
    if (before.owed() != null) {
      return new WipeJob(before.owed().order(), before.owed().session(), true, null);
    }
    return new WipeJob(order, null, true, null);
  }

  /** What is true of a station wherever it stands. */
  private static Station withNews(Station station, StationEvent event) {
    return switch (event) {
      case StationEvent.ShellArrived(int width, int height) ->
          station.with(new ShellSeen(width, height, true));
      case StationEvent.ShellLost _ ->
          station.shell() == null ? station : station.with(station.shell().gone());
      case StationEvent.Commanded(Command.EmergencyCodes(var _, var sheet)) ->
          station.with(Emergency.of(sheet));
      // The codes of another centre open nothing here.
      case StationEvent.Enrolled _ -> station.with(Emergency.NONE);
      case StationEvent.Tick _,
          StationEvent.Commanded _,
          StationEvent.JournalFailed _,
          StationEvent.VisitLost _,
          StationEvent.Pressed _,
          StationEvent.SpaceAnswered _ ->
          station;
    };
  }
}
