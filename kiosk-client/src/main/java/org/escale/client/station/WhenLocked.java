package org.escale.client.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.Commanded;
import org.escale.client.station.StationEvent.Enrolled;
import org.escale.client.station.StationEvent.JournalFailed;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.ShellArrived;
import org.escale.client.station.StationEvent.ShellLost;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.StationEvent.Tick;
import org.escale.client.station.StationEvent.VisitLost;
import org.escale.client.station.StationState.Locked;
import org.escale.client.station.StationState.Opening;
import org.escale.client.station.StationState.OutOfService;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.OutOfServiceReason;
import org.jspecify.annotations.Nullable;

/** Free and proven clean. */
record WhenLocked(Moment moment, Locked state) {

  /** Less is not worth a visit: who hands out codes decides who comes first. */
  private static final Duration WORTH_OPENING = Duration.ofMinutes(10);

  Transition on(StationEvent event) {
    return switch (event) {
      case Commanded(Command command) -> command(command);
      case JournalFailed _ -> moment.to(WhenWiping.journalGone(state.receipt(), moment));
      case Tick _, ShellArrived _, ShellLost _, Enrolled _ -> moment.stay();
      // Late news of a visit that has been erased.
      case VisitLost _ -> moment.stay();
      case Pressed.Emergency wish -> emergency(wish);
      // Nothing is open, so nothing can be hidden, ended or asked about.
      case Pressed _ -> moment.stay();
      case SpaceAnswered _ -> moment.stay();
    };
  }

  private Transition command(Command command) {
    return switch (command) {
      case Command.Unlock unlock -> open(unlock);
      case Command.Wipe wipe -> moment.wipe(new WipeJob(wipe.wipeOrder(), null, false, wipe.id()));
      case Command.OutOfService _ ->
          moment.to(
              new OutOfService(OutOfServiceReason.BY_MEDIATOR, null, null),
              new Tell.Answer(command.id(), CommandOutcome.DONE));
      case Command.Hold hold -> moment.hold(hold);
      case Command.EmergencyCodes codes -> moment.codesTaken(codes);
      case Command.InService _,
          Command.Extend _,
          Command.Shorten _,
          Command.Hide _,
          Command.End _,
          Command.Message _ ->
          moment.answer(command, CommandOutcome.REFUSED_NOT_NOW);
    };
  }

  private Transition open(Command.Unlock unlock) {
    Station station = moment.station();
    if (station.shell() == null) {
      return moment.answer(unlock, CommandOutcome.REFUSED_NOT_NOW);
    }
    Held held = station.held();
    boolean itsOwn = held != null && held.ticket().equals(unlock.ticket());
    Visit visit = Visit.unlocked(unlock, moment.now(), moment.limits());
    return opening(station.holding(itsOwn ? null : held), station.shell(), visit, unlock.id());
  }

  private Transition opening(
      Station station,
      ShellSeen shell,
      Visit visit,
      @Nullable CommandId unlock,
      StationEffect... also) {
    VisitSpace.Plan plan =
        new VisitSpace.Plan(
            visit.session(), visit.language(), shell.layout(visit.language().rightToLeft()));
    List<StationEffect> effects = new ArrayList<>(List.of(also));
    effects.add(new Do.Open(plan));
    return new Transition(station.in(new Opening(visit, unlock, moment.now())), effects);
  }

  /** The code is spent in the same step that opens: what is written down of it is whole. */
  private Transition emergency(Pressed.Emergency wish) {
    ShellSeen shell = moment.station().shell();
    if (shell == null) {
      return moment.stay();
    }
    return switch (moment.station().emergency().tried(wish.typed(), moment.now())) {
      case Emergency.Try.Bad(var reason, var after) ->
          new Transition(moment.station().with(after), List.of(new StationEffect.Refuse(reason)));
      case Emergency.Try.Good(var sheet, int number, var after) ->
          opening(
              moment.station().with(after),
              shell,
              Visit.opened(wish.visit(), untilHeld(sheet.length()), moment),
              null,
              new Tell.EmergencyCodeUsed(sheet.id(), number, wish.visit().session()));
    };
  }

  /** A ticket that the station still knows of keeps its time, if that leaves any worth opening. */
  private Duration untilHeld(Duration length) {
    Held held = moment.station().held();
    Duration free = held == null ? length : moment.now().until(held.startsAt());
    return free.compareTo(WORTH_OPENING) < 0 || free.compareTo(length) > 0 ? length : free;
  }
}
