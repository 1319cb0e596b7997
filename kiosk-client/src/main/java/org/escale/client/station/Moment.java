package org.escale.client.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationState.Ending;
import org.escale.client.station.StationState.Wiping;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.SessionId;

/** A station at a moment, and the moves that more than one state can make. */
record Moment(Station station, BootTime now, Limits limits) {

  /** Time is told to go on as often as this. */
  private static final long TICK_MS = 500;

  Transition stay(StationEffect... effects) {
    return new Transition(station, List.of(effects));
  }

  Transition to(StationState next, StationEffect... effects) {
    return new Transition(station.in(next), List.of(effects));
  }

  Transition answer(Command command, CommandOutcome outcome) {
    return stay(new Tell.Answer(command.id(), outcome));
  }

  /** The same moment of a station that will go out of service after the next wipe, or not. */
  Moment then(OutOfServiceReason reason) {
    return new Moment(station.then(reason), now, limits);
  }

  /** Keeps the ticket for when the station is free. */
  Transition hold(Command.Hold hold) {
    Held held =
        hold.ticket() == null || hold.startsIn() == null
            ? null
            : new Held(
                hold.ticket(),
                now.plus(hold.startsIn()),
                hold.keptFor() == null ? null : now.plus(hold.keptFor()));
    return new Transition(
        station.holding(held), List.of(new Tell.Answer(hold.id(), CommandOutcome.DONE)));
  }

  /** The station has these codes already. */
  Transition codesTaken(Command.EmergencyCodes codes) {
    return answer(codes, CommandOutcome.DONE);
  }

  /** Remembers to go out of service once this visit has been erased. */
  Transition outOfServiceLater(Command.OutOfService command) {
    return then(OutOfServiceReason.BY_MEDIATOR).answer(command, CommandOutcome.DONE);
  }

  /** Forgets to go out of service, if that was still to come. */
  Transition inServiceAnyway(Command.InService command) {
    if (station.afterwards() != OutOfServiceReason.BY_MEDIATOR) {
      return answer(command, CommandOutcome.REFUSED_NOT_NOW);
    }
    return new Transition(
        station.then(null), List.of(new Tell.Answer(command.id(), CommandOutcome.DONE)));
  }

  Transition wipe(WipeJob job, StationEffect... before) {
    return wipe(job, Outside.NOTHING, before);
  }

  private Transition wipe(WipeJob job, Outside outside, StationEffect... before) {
    List<StationEffect> effects = new ArrayList<>(List.of(before));
    effects.add(new Do.Erase());
    return new Transition(station.in(new Wiping(job, 1, now, outside)), effects);
  }

  /** The session is over; what follows is its wipe. */
  Transition endAndWipe(Visit visit, EndReason reason, StationEffect... also) {
    return endAndWipe(visit, reason, WipeJob.of(visit), also);
  }

  /** The same, by a command that brings its own order. */
  Transition endAndWipe(Visit visit, EndReason reason, Command.Wipe command) {
    return endAndWipe(
        visit, reason, new WipeJob(command.wipeOrder(), visit.session(), false, command.id()));
  }

  /** The journal is gone: nothing can be vouched for any more. */
  Transition endWithoutJournal(Visit visit) {
    return then(OutOfServiceReason.JOURNAL_NOT_WRITABLE).endAndWipe(visit, EndReason.FAILURE);
  }

  Transition goodbye(Visit visit, EndReason reason, StationEffect... effects) {
    BootTime wipeAt =
        reason == EndReason.TIME_OVER ? visit.countdown().slotEnds() : usualGoodbye(visit);
    return to(new Ending(visit, reason, wipeAt), effects).and(new Do.Look(visit.session()));
  }

  /** The end of a goodbye in which somebody has done something just now: never after the slot's. */
  BootTime usualGoodbye(Visit visit) {
    BootTime usual = now.plus(limits.goodbye());
    BootTime slotEnds = visit.countdown().slotEnds();
    return usual.reached(slotEnds) ? slotEnds : usual;
  }

  /** True at one tick in so many seconds. */
  boolean everyFew(Duration few) {
    return now.sinceBoot().toMillis() % few.toMillis() < TICK_MS;
  }

  /** A visit is seen only beside a shell; one that is away uncovers it when it comes back. */
  Transition uncoverIfShellThere(Transition transition, SessionId session) {
    return station.shellThere() ? transition.and(new Do.Uncover(session)) : transition;
  }

  private Transition endAndWipe(Visit visit, EndReason reason, WipeJob job, StationEffect... also) {
    List<StationEffect> effects = new ArrayList<>();
    effects.add(
        new Tell.Ended(
            visit.session(),
            reason,
            visit.start() == null ? null : visit.start().wallClock(),
            visit.used(now),
            visit.guides().opened()));
    effects.addAll(List.of(also));
    return wipe(job, visit.outside(), effects.toArray(StationEffect[]::new));
  }
}
