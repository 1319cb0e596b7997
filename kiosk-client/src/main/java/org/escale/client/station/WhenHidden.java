package org.escale.client.station;

import java.util.ArrayList;
import java.util.List;
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
import org.escale.client.station.StationState.Hidden;
import org.escale.client.station.StationState.InSession;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.TicketSecret;

/** Covered: it takes the ticket's digits or a mediator to see the visit again. */
record WhenHidden(Moment moment, Hidden state) {

  Transition on(StationEvent event) {
    Visit visit = state.visit();
    return switch (event) {
      case Tick _ -> timeGoesOn();
      case Commanded(Command command) -> command(command);
      case Pressed.Digits(TicketSecret typed) -> tried(typed);
      case SpaceAnswered.Covered(var session) -> isThis(session) ? covered() : moment.stay();
      case SpaceAnswered.CurtainFailed(var session) ->
          isThis(session) ? over(moment.endAndWipe(visit, EndReason.FAILURE)) : moment.stay();
      case VisitLost(var session) ->
          isThis(session) ? over(moment.endAndWipe(visit, EndReason.FAILURE)) : moment.stay();
      case JournalFailed _ -> over(moment.endWithoutJournal(visit));
      // It is covered whether a shell is there or not.
      case ShellArrived _ -> moment.stay();
      // The next shell begins with no guide open.
      case ShellLost _ -> visit.guides().underWay() ? guideGone() : moment.stay();
      case SpaceAnswered.Opened _,
          SpaceAnswered.OpenFailed _,
          SpaceAnswered.Uncovered _,
          SpaceAnswered.Looked _,
          SpaceAnswered.Erased _,
          SpaceAnswered.EraseFailed _ ->
          moment.stay();
      // Nobody has proven to be the visitor.
      case Pressed.Emergency _,
          Pressed.Noted _,
          Pressed.Help _,
          Pressed.HelpNoLonger _,
          Pressed.Guide _,
          Pressed.GuideClosed _,
          Pressed.GuideSite _,
          Pressed.OpenStick _,
          Pressed.DeleteDocuments _,
          Pressed.Hide _,
          Pressed.End _,
          Pressed.BackToWork _,
          Pressed.Save _,
          Pressed.Eject _,
          Pressed.Leave _ ->
          moment.stay();
      case Enrolled _ -> moment.stay();
    };
  }

  /** When the visit is erased unless somebody proves to be its visitor. */
  static BootTime wipeAt(Hidden state, Limits limits) {
    BootTime slotEnds = state.visit().countdown().slotEnds();
    BootTime tooLong = state.since().plus(limits.hidden());
    return tooLong.reached(slotEnds) ? slotEnds : tooLong;
  }

  private Transition timeGoesOn() {
    BootTime wipeAt = wipeAt(state, moment.limits());
    if (moment.now().reached(wipeAt)) {
      BootTime slotEnds = state.visit().countdown().slotEnds();
      return over(
          moment.endAndWipe(
              state.visit(),
              moment.now().reached(slotEnds) ? EndReason.TIME_OVER : EndReason.HIDDEN_TOO_LONG));
    }
    boolean soon = moment.now().reached(wipeAt.minus(moment.limits().nobodyProven()));
    return soon == state.told() ? moment.stay() : telling(soon);
  }

  private Transition telling(boolean soon) {
    Transition told =
        moment.to(new Hidden(state.visit(), state.since(), state.covered(), state.waiting(), soon));
    return told.and(told.station().told(moment.now()));
  }

  private Transition guideGone() {
    Transition next = in(state.visit().withGuides(state.visit().guides().closed()));
    return next.and(next.station().told(moment.now()));
  }

  private Transition covered() {
    List<StationEffect> answers = new ArrayList<>();
    for (CommandId waiting : state.waiting()) {
      answers.add(new Tell.Answer(waiting, CommandOutcome.DONE));
    }
    return moment.to(
        new Hidden(state.visit(), state.since(), true, List.of(), state.told()),
        answers.toArray(StationEffect[]::new));
  }

  /** Whoever asked for the cover learns that it came to nothing. */
  private Transition over(Transition ended) {
    Transition answered = ended;
    for (CommandId waiting : state.waiting()) {
      answered = answered.and(new Tell.Answer(waiting, CommandOutcome.FAILED));
    }
    return answered;
  }

  private Transition tried(TicketSecret typed) {
    Visit visit = state.visit();
    if (visit.ticket().wrongTries() >= moment.limits().wrongTries()) {
      return moment.stay();
    }
    return visit.knows(typed) ? reveal(visit.rightlyTried()) : in(visit.wronglyTried());
  }

  private Transition reveal(Visit visit, StationEffect... effects) {
    Transition seen = moment.uncoverIfShellThere(moment.to(new InSession(visit)), visit.session());
    for (CommandId waiting : state.waiting()) {
      seen = seen.and(new Tell.Answer(waiting, CommandOutcome.DONE));
    }
    for (StationEffect effect : effects) {
      seen = seen.and(effect);
    }
    return seen;
  }

  private Transition in(Visit visit, StationEffect... effects) {
    return moment.to(
        new Hidden(visit, state.since(), state.covered(), state.waiting(), state.told()), effects);
  }

  private Transition command(Command command) {
    Visit visit = state.visit();
    return switch (command) {
      case Command.Extend extend ->
          isThis(extend.session()) ? extended(extend) : otherSession(extend);
      case Command.Shorten shorten ->
          isThis(shorten.session()) ? shortened(shorten) : otherSession(shorten);
      case Command.Hide hide -> isThis(hide.session()) ? hideAgain(hide) : otherSession(hide);
      // No goodbye for somebody who has not proven to be the visitor.
      case Command.End end ->
          isThis(end.session())
              ? over(
                  moment.endAndWipe(
                      visit, EndReason.MEDIATOR, new Tell.Answer(end.id(), CommandOutcome.DONE)))
              : otherSession(end);
      case Command.Message message ->
          isThis(message.session())
              ? Calls.tell(moment, visit, message, this::stillHidden)
              : otherSession(message);
      // The same visit once more: a mediator vouches for its visitor.
      case Command.Unlock unlock ->
          isThis(unlock.session())
              ? reveal(
                  visit.withTicket(Visit.Ticket.of(unlock)),
                  new Tell.Answer(unlock.id(), CommandOutcome.DONE))
              : moment.answer(unlock, CommandOutcome.REFUSED_BUSY);
      case Command.Wipe wipe -> over(moment.endAndWipe(visit, EndReason.MEDIATOR, wipe));
      case Command.OutOfService out -> moment.outOfServiceLater(out);
      case Command.InService back -> moment.inServiceAnyway(back);
      case Command.Hold hold -> moment.hold(hold);
      case Command.EmergencyCodes codes -> moment.codesTaken(codes);
    };
  }

  private Hidden stillHidden(Visit visit) {
    return new Hidden(visit, state.since(), state.covered(), state.waiting(), state.told());
  }

  private Transition hideAgain(Command.Hide hide) {
    if (state.covered()) {
      return moment.answer(hide, CommandOutcome.DONE);
    }
    List<CommandId> waiting = new ArrayList<>(state.waiting());
    waiting.add(hide.id());
    return moment.to(new Hidden(state.visit(), state.since(), false, waiting, state.told()));
  }

  private Transition extended(Command.Extend extend) {
    return withTime(state.visit().extendedBy(extend.by()), extend);
  }

  private Transition shortened(Command.Shorten shorten) {
    return withTime(
        state.visit().shortenedBy(shorten.by(), moment.limits(), moment.now()), shorten);
  }

  private Transition withTime(Visit visit, Command command) {
    Transition next = in(visit);
    return next.and(next.station().told(moment.now()))
        .and(new Tell.Answer(command.id(), CommandOutcome.DONE));
  }

  private Transition otherSession(Command command) {
    return moment.answer(command, CommandOutcome.REFUSED_OTHER_SESSION);
  }

  private boolean isThis(SessionId session) {
    return state.visit().session().equals(session);
  }
}
