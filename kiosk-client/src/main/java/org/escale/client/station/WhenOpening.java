package org.escale.client.station;

import java.time.Instant;
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
import org.escale.client.station.StationState.InSession;
import org.escale.client.station.StationState.Opening;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.SessionId;

/** The visit is being started: it has, or it failed. */
record WhenOpening(Moment moment, Opening state) {

  Transition on(StationEvent event) {
    return switch (event) {
      case SpaceAnswered.Opened(var session, var wallClock) ->
          isThis(session) ? begin(wallClock) : moment.stay();
      case SpaceAnswered.OpenFailed(var session) ->
          isThis(session) ? fail(EndReason.FAILURE) : moment.stay();
      case VisitLost(var session) -> isThis(session) ? fail(EndReason.FAILURE) : moment.stay();
      case Tick _ -> tooLong() ? fail(EndReason.FAILURE) : moment.stay();
      case Commanded(Command command) -> command(command);
      case JournalFailed _ -> failWithoutJournal();
      // Whether the visit may be seen is settled when it has started.
      case ShellArrived _, ShellLost _ -> moment.stay();
      case SpaceAnswered.Covered _,
          SpaceAnswered.Uncovered _,
          SpaceAnswered.CurtainFailed _,
          SpaceAnswered.Looked _,
          SpaceAnswered.Erased _,
          SpaceAnswered.EraseFailed _ ->
          moment.stay();
      case Pressed.Noted _ ->
          moment.to(new Opening(state.visit().noted(), state.unlock(), state.since()));
      case Pressed.Emergency _,
          Pressed.Help _,
          Pressed.HelpNoLonger _,
          Pressed.Guide _,
          Pressed.GuideClosed _,
          Pressed.GuideSite _,
          Pressed.OpenStick _,
          Pressed.DeleteDocuments _,
          Pressed.Hide _,
          Pressed.Digits _,
          Pressed.End _,
          Pressed.BackToWork _,
          Pressed.Save _,
          Pressed.Eject _,
          Pressed.Leave _ ->
          moment.stay();
      case Enrolled _ -> moment.stay();
    };
  }

  private boolean isThis(SessionId session) {
    return state.visit().session().equals(session);
  }

  private boolean tooLong() {
    return moment.now().reached(state.since().plus(moment.limits().opening()))
        || moment.now().reached(state.visit().countdown().workEnds());
  }

  private Transition begin(Instant wallClock) {
    Visit visit = state.visit().started(moment.now(), wallClock);
    Transition begun =
        moment.to(new InSession(visit), new Tell.Started(visit.session(), wallClock));
    Transition answered = answering(begun, CommandOutcome.DONE);
    return moment.station().shellThere() ? answered : answered.and(new Do.Cover(visit.session()));
  }

  private Transition fail(EndReason reason, StationEffect... also) {
    Transition ended = moment.endAndWipe(state.visit(), reason, also);
    return answering(ended, CommandOutcome.FAILED);
  }

  private Transition answering(Transition transition, CommandOutcome outcome) {
    return state.unlock() == null
        ? transition
        : transition.and(new Tell.Answer(state.unlock(), outcome));
  }

  private Transition failWithoutJournal() {
    return new WhenOpening(moment.then(OutOfServiceReason.JOURNAL_NOT_WRITABLE), state)
        .fail(EndReason.FAILURE);
  }

  private Transition command(Command command) {
    Visit visit = state.visit();
    return switch (command) {
      case Command.Wipe wipe ->
          answering(moment.endAndWipe(visit, EndReason.MEDIATOR, wipe), CommandOutcome.FAILED);
      case Command.End end ->
          isThis(end.session())
              ? fail(EndReason.MEDIATOR, new Tell.Answer(end.id(), CommandOutcome.DONE))
              : moment.answer(end, CommandOutcome.REFUSED_OTHER_SESSION);
      case Command.Extend extend ->
          isThis(extend.session())
              ? extended(extend)
              : moment.answer(extend, CommandOutcome.REFUSED_OTHER_SESSION);
      case Command.Shorten shorten ->
          isThis(shorten.session())
              ? shortened(shorten)
              : moment.answer(shorten, CommandOutcome.REFUSED_OTHER_SESSION);
      case Command.Unlock _ -> moment.answer(command, CommandOutcome.REFUSED_BUSY);
      case Command.OutOfService out -> moment.outOfServiceLater(out);
      case Command.InService back -> moment.inServiceAnyway(back);
      case Command.Hold hold -> moment.hold(hold);
      case Command.EmergencyCodes codes -> moment.codesTaken(codes);
      case Command.Hide hide -> notYet(hide, hide.session());
      case Command.Message message -> notYet(message, message.session());
    };
  }

  private Transition extended(Command.Extend extend) {
    return withTime(state.visit().extendedBy(extend.by()), extend);
  }

  private Transition shortened(Command.Shorten shorten) {
    return withTime(
        state.visit().shortenedBy(shorten.by(), moment.limits(), moment.now()), shorten);
  }

  private Transition withTime(Visit visit, Command command) {
    return moment.to(
        new Opening(visit, state.unlock(), state.since()),
        new Tell.Answer(command.id(), CommandOutcome.DONE));
  }

  private Transition notYet(Command command, SessionId session) {
    return moment.answer(
        command,
        isThis(session) ? CommandOutcome.REFUSED_NOT_NOW : CommandOutcome.REFUSED_OTHER_SESSION);
  }
}
