package org.escale.client.station;

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
import org.escale.client.station.StationState.Ending;
import org.escale.client.station.StationState.InSession;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.SessionId;

/** Goodbye: save, print, go; or back to work, if there is time. */
record WhenEnding(Moment moment, Ending state) {

  Transition on(StationEvent event) {
    Visit visit = state.visit();
    return switch (event) {
      case Tick _ -> timeGoesOn();
      case Commanded(Command command) -> command(command);
      case Pressed pressed -> pressed(pressed);
      // The next shell begins with no guide open.
      case ShellLost _ ->
          moment.to(
              state.with(visit.withGuides(visit.guides().closed())), new Do.Cover(visit.session()));
      case ShellArrived _ -> moment.stay(new Do.Uncover(visit.session()));
      case SpaceAnswered.CurtainFailed(var session) -> isThis(session) ? wipe() : moment.stay();
      case VisitLost(var session) -> isThis(session) ? wipe() : moment.stay();
      case JournalFailed _ -> moment.endWithoutJournal(visit);
      case SpaceAnswered.Looked(var session, var outside) ->
          isThis(session) ? seen(outside) : moment.stay();
      case SpaceAnswered.Opened _,
          SpaceAnswered.OpenFailed _,
          SpaceAnswered.Covered _,
          SpaceAnswered.Uncovered _,
          SpaceAnswered.Erased _,
          SpaceAnswered.EraseFailed _ ->
          moment.stay();
      case Enrolled _ -> moment.stay();
    };
  }

  /** What is on its way to her stick or her sheet of paper is not cut off while the slot lasts. */
  private Transition timeGoesOn() {
    Visit visit = state.visit();
    if (!moment.now().reached(state.wipeAt())) {
      return moment.stay(new Do.Look(visit.session()));
    }
    boolean slotLasts = !moment.now().reached(visit.countdown().slotEnds());
    return outside().busy() && slotLasts ? longer(new Do.Look(visit.session())) : wipe();
  }

  private Transition seen(Outside outside) {
    return moment.to(state.with(state.visit().withOutside(outside)));
  }

  private Transition save() {
    return outside().canSave() ? longer(new Do.Save(state.visit().session())) : moment.stay();
  }

  private Transition eject() {
    return outside().canEject() ? longer(new Do.Eject(state.visit().session())) : moment.stay();
  }

  /** Somebody is there, or something is under way: goodbye stays as if it began now. */
  private Transition longer(StationEffect... effects) {
    BootTime usual = moment.usualGoodbye(state.visit());
    BootTime wipeAt = state.wipeAt().reached(usual) ? state.wipeAt() : usual;
    return moment.to(new Ending(state.visit(), state.reason(), wipeAt), effects);
  }

  private Outside outside() {
    return state.visit().outside();
  }

  private Transition pressed(Pressed pressed) {
    Visit visit = state.visit();
    return switch (pressed) {
      case Pressed.Leave _ -> outside().saving().underWay() ? moment.stay() : wipe();
      case Pressed.Save _ -> save();
      case Pressed.Eject _ -> eject();
      case Pressed.BackToWork _ ->
          state.canGoBack(moment.now()) ? moment.to(new InSession(visit)) : moment.stay();
      // Printing is where help is needed most.
      case Pressed.Help help -> Calls.ask(moment, visit, help, state::with);
      case Pressed.HelpNoLonger _ -> Calls.cancel(moment, visit, state::with);
      case Pressed.Emergency _,
          Pressed.Noted _,
          Pressed.Guide _,
          Pressed.GuideClosed _,
          Pressed.GuideSite _,
          Pressed.OpenStick _,
          Pressed.DeleteDocuments _,
          Pressed.Hide _,
          Pressed.Digits _,
          Pressed.End _ ->
          moment.stay();
    };
  }

  private Transition command(Command command) {
    Visit visit = state.visit();
    return switch (command) {
      case Command.Extend extend ->
          isThis(extend.session()) ? extended(extend) : otherSession(extend);
      case Command.Shorten shorten ->
          isThis(shorten.session()) ? shortened(shorten) : otherSession(shorten);
      case Command.End end ->
          isThis(end.session())
              ? moment.to(
                  new Ending(visit, endedBy(), state.wipeAt()),
                  new Tell.Answer(end.id(), CommandOutcome.DONE))
              : otherSession(end);
      case Command.Message message ->
          isThis(message.session())
              ? Calls.tell(moment, visit, message, state::with)
              : otherSession(message);
      case Command.Hide hide ->
          isThis(hide.session())
              ? moment.answer(hide, CommandOutcome.REFUSED_NOT_NOW)
              : otherSession(hide);
      case Command.Unlock _ -> moment.answer(command, CommandOutcome.REFUSED_BUSY);
      case Command.Wipe wipe -> moment.endAndWipe(visit, state.reason(), wipe);
      case Command.OutOfService out -> moment.outOfServiceLater(out);
      case Command.InService back -> moment.inServiceAnyway(back);
      case Command.Hold hold -> moment.hold(hold);
      case Command.EmergencyCodes codes -> moment.codesTaken(codes);
    };
  }

  /** More time brings back to work who had none left; who chose to end has time to go back. */
  private Transition extended(Command.Extend extend) {
    Visit longer = state.visit().extendedBy(extend.by());
    Tell.Answer done = new Tell.Answer(extend.id(), CommandOutcome.DONE);
    return switch (state.reason()) {
      case TIME_OVER -> moment.to(new InSession(longer), done);
      case VISITOR -> moment.to(new Ending(longer, state.reason(), state.wipeAt()), done);
      case MEDIATOR, HIDDEN_TOO_LONG, FAILURE, STATION_RESTARTED ->
          moment.answer(extend, CommandOutcome.REFUSED_NOT_NOW);
    };
  }

  /** Only who chose to end has time that could be less; the others' wipe is a minute away. */
  private Transition shortened(Command.Shorten shorten) {
    return switch (state.reason()) {
      case VISITOR ->
          moment.to(
              state.with(state.visit().shortenedBy(shorten.by(), moment.limits(), moment.now())),
              new Tell.Answer(shorten.id(), CommandOutcome.DONE));
      case TIME_OVER, MEDIATOR, HIDDEN_TOO_LONG, FAILURE, STATION_RESTARTED ->
          moment.answer(shorten, CommandOutcome.REFUSED_NOT_NOW);
    };
  }

  /** A mediator's end takes away the way back; time that is over stays over. */
  private EndReason endedBy() {
    return state.reason() == EndReason.TIME_OVER ? EndReason.TIME_OVER : EndReason.MEDIATOR;
  }

  private Transition wipe() {
    return moment.endAndWipe(state.visit(), state.reason());
  }

  private Transition otherSession(Command command) {
    return moment.answer(command, CommandOutcome.REFUSED_OTHER_SESSION);
  }

  private boolean isThis(SessionId session) {
    return state.visit().session().equals(session);
  }
}
