package org.escale.client.station;

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
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.OutOfServiceReason;

/** Free and proven clean. */
record WhenLocked(Moment moment, Locked state) {

  Transition on(StationEvent event) {
    return switch (event) {
      case Commanded(Command command) -> command(command);
      case JournalFailed _ -> moment.to(WhenWiping.journalGone(state.receipt(), moment));
      case Tick _, ShellArrived _, ShellLost _, Enrolled _ -> moment.stay();
      // Late news of a visit that has been erased.
      case VisitLost _ -> moment.stay();
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
    VisitSpace.Plan plan =
        new VisitSpace.Plan(
            visit.session(),
            visit.language(),
            station.shell().layout(visit.language().rightToLeft()));
    Opening opening = new Opening(visit, unlock.id(), moment.now());
    return new Transition(
        station.holding(itsOwn ? null : held).in(opening), List.of(new Do.Open(plan)));
  }
}
