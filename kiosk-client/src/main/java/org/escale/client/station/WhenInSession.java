package org.escale.client.station;

import java.time.Duration;
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
import org.escale.client.station.StationState.Hidden;
import org.escale.client.station.StationState.InSession;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.SessionId;

/** The visitor works. */
record WhenInSession(Moment moment, InSession state) {

  /** A stick, or a full home, is seen soon; looking costs a little. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  Transition on(StationEvent event) {
    Visit visit = state.visit();
    return switch (event) {
      case Tick _ -> timeGoesOn();
      case Commanded(Command command) -> command(command);
      case Pressed pressed -> pressed(pressed);
      // The next shell begins with no guide open.
      case ShellLost _ -> guides(visit.guides().closed()).and(new Do.Cover(visit.session()));
      case ShellArrived _ -> moment.stay(new Do.Uncover(visit.session()));
      case SpaceAnswered.CurtainFailed(var session) ->
          isThis(session) ? moment.endAndWipe(visit, EndReason.FAILURE) : moment.stay();
      case VisitLost(var session) ->
          isThis(session) ? moment.endAndWipe(visit, EndReason.FAILURE) : moment.stay();
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

  private Transition timeGoesOn() {
    Countdown countdown = state.visit().countdown();
    // The whole grace may have passed asleep.
    if (moment.now().reached(countdown.slotEnds())) {
      return moment.endAndWipe(state.visit(), EndReason.TIME_OVER);
    }
    if (moment.now().reached(countdown.workEnds())) {
      return moment.goodbye(state.visit(), EndReason.TIME_OVER);
    }
    boolean due = moment.everyFew(LOOK_EVERY) || state.visit().outside().saving().underWay();
    return due ? moment.stay(new Do.Look(state.visit().session())) : moment.stay();
  }

  private Transition seen(Outside outside) {
    return moment.to(new InSession(state.visit().withOutside(outside)));
  }

  private Transition openStick() {
    return state.visit().outside().canOpenStick()
        ? moment.stay(new Do.OpenStick(state.visit().session()))
        : moment.stay();
  }

  private Transition save() {
    return state.visit().outside().canSave()
        ? moment.stay(new Do.Save(state.visit().session()))
        : moment.stay();
  }

  /** Never while they are being copied. */
  private Transition deleteDocuments() {
    Outside outside = state.visit().outside();
    return outside.homeFull() && !outside.saving().underWay()
        ? moment.stay(new Do.DeleteDocuments(state.visit().session()))
        : moment.stay();
  }

  private Transition eject() {
    return state.visit().outside().canEject()
        ? moment.stay(new Do.Eject(state.visit().session()))
        : moment.stay();
  }

  private Transition pressed(Pressed pressed) {
    Visit visit = state.visit();
    return switch (pressed) {
      case Pressed.Noted _ -> moment.to(new InSession(visit.noted()));
      case Pressed.Help help -> Calls.ask(moment, visit, help, InSession::new);
      case Pressed.HelpNoLonger _ -> Calls.cancel(moment, visit, InSession::new);
      case Pressed.Guide(String guide) -> guides(visit.guides().and(guide));
      case Pressed.GuideClosed _ -> guides(visit.guides().closed());
      case Pressed.GuideSite(var site) -> moment.stay(new Do.Browse(site));
      case Pressed.OpenStick _ -> openStick();
      case Pressed.Save _ -> save();
      case Pressed.DeleteDocuments _ -> deleteDocuments();
      case Pressed.Eject _ -> eject();
      case Pressed.Hide _ -> hide(List.of());
      case Pressed.End _ -> moment.goodbye(visit, EndReason.VISITOR);
      // Said to screens that are no longer shown.
      case Pressed.Digits _, Pressed.Emergency _, Pressed.BackToWork _, Pressed.Leave _ ->
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
      case Command.Hide hide ->
          isThis(hide.session()) ? hide(List.of(hide.id())) : otherSession(hide);
      case Command.End end ->
          isThis(end.session())
              ? moment.goodbye(
                  visit, EndReason.MEDIATOR, new Tell.Answer(end.id(), CommandOutcome.DONE))
              : otherSession(end);
      case Command.Message message ->
          isThis(message.session())
              ? Calls.tell(moment, visit, message, InSession::new)
              : otherSession(message);
      // The same visit once more: its visitor has new digits.
      case Command.Unlock unlock ->
          isThis(unlock.session())
              ? moment.to(
                  new InSession(visit.withTicket(Visit.Ticket.of(unlock))),
                  new Tell.Answer(unlock.id(), CommandOutcome.DONE))
              : moment.answer(unlock, CommandOutcome.REFUSED_BUSY);
      case Command.Wipe wipe -> moment.endAndWipe(visit, EndReason.MEDIATOR, wipe);
      case Command.OutOfService out -> moment.outOfServiceLater(out);
      case Command.InService back -> moment.inServiceAnyway(back);
      case Command.Hold hold -> moment.hold(hold);
      case Command.EmergencyCodes codes -> moment.codesTaken(codes);
    };
  }

  private Transition hide(List<CommandId> waiting) {
    return moment.to(
        new Hidden(state.visit(), moment.now(), false, waiting, false),
        new Do.Cover(state.visit().session()));
  }

  private Transition extended(Command.Extend extend) {
    return withTime(state.visit().extendedBy(extend.by()), extend);
  }

  private Transition shortened(Command.Shorten shorten) {
    return withTime(
        state.visit().shortenedBy(shorten.by(), moment.limits(), moment.now()), shorten);
  }

  private Transition withTime(Visit visit, Command command) {
    return telling(visit).and(new Tell.Answer(command.id(), CommandOutcome.DONE));
  }

  private Transition guides(Visit.Guides guides) {
    Visit visit = state.visit().withGuides(guides);
    return guides.underWay() == state.visit().guides().underWay()
        ? moment.to(new InSession(visit))
        : telling(visit);
  }

  /** In session with this visit, and the server is told. */
  private Transition telling(Visit visit) {
    Transition next = moment.to(new InSession(visit));
    return next.and(next.station().told(moment.now()));
  }

  private Transition otherSession(Command command) {
    return moment.answer(command, CommandOutcome.REFUSED_OTHER_SESSION);
  }

  private boolean isThis(SessionId session) {
    return state.visit().session().equals(session);
  }
}
