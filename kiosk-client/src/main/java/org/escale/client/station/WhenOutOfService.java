package org.escale.client.station;

import org.escale.client.station.StationEvent.Commanded;
import org.escale.client.station.StationEvent.Enrolled;
import org.escale.client.station.StationEvent.JournalFailed;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.ShellArrived;
import org.escale.client.station.StationEvent.ShellLost;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.StationEvent.Tick;
import org.escale.client.station.StationEvent.VisitLost;
import org.escale.client.station.StationState.OutOfService;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.SessionId;
import org.jspecify.annotations.Nullable;

/** Not available: only a wipe leads out of it. */
record WhenOutOfService(Moment moment, OutOfService state) {

  Transition on(StationEvent event) {
    return switch (event) {
      case Tick _ -> retryInTime();
      case Commanded(Command command) -> command(command);
      case Enrolled(var order) ->
          state.reason() == OutOfServiceReason.NOT_ENROLLED
              ? moment.wipe(new WipeJob(order, null, true, null))
              : moment.stay();
      // What a late answer proves is old news: leaving takes a wipe of its own.
      case SpaceAnswered _ -> moment.stay();
      case ShellArrived _, ShellLost _, Pressed _, JournalFailed _, VisitLost _ -> moment.stay();
    };
  }

  private Transition retryInTime() {
    WipeJob owed = state.owed();
    if (owed == null || state.retryAt() == null || !moment.now().reached(state.retryAt())) {
      return moment.stay();
    }
    return forgettingTheJournal().wipe(owed);
  }

  private Transition command(Command command) {
    if (state.reason() == OutOfServiceReason.NOT_ENROLLED) {
      return moment.answer(command, CommandOutcome.REFUSED_OUT_OF_SERVICE);
    }
    return switch (command) {
      case Command.Wipe wipe ->
          staying().wipe(new WipeJob(wipe.wipeOrder(), owedSession(), false, wipe.id()));
      case Command.InService back ->
          new Moment(moment.station().then(null), moment.now(), moment.limits())
              .wipe(new WipeJob(back.wipeOrder(), owedSession(), false, back.id()));
      case Command.OutOfService out ->
          state.reason() == OutOfServiceReason.BY_MEDIATOR
              ? moment.answer(out, CommandOutcome.DONE)
              : moment.outOfServiceLater(out);
      case Command.Hold hold -> moment.hold(hold);
      case Command.EmergencyCodes codes -> moment.codesTaken(codes);
      case Command.Unlock _ -> moment.answer(command, CommandOutcome.REFUSED_OUT_OF_SERVICE);
      case Command.Extend _, Command.Shorten _, Command.Hide _, Command.End _, Command.Message _ ->
          moment.answer(command, CommandOutcome.REFUSED_NOT_NOW);
    };
  }

  /** After a mere wipe, a station that a mediator took away stays away. */
  private Moment staying() {
    return state.reason() == OutOfServiceReason.BY_MEDIATOR
        ? moment.then(OutOfServiceReason.BY_MEDIATOR)
        : forgettingTheJournal();
  }

  /** It may be writable again; if not, the next write says so. */
  private Moment forgettingTheJournal() {
    return moment.station().afterwards() == OutOfServiceReason.JOURNAL_NOT_WRITABLE
        ? new Moment(moment.station().then(null), moment.now(), moment.limits())
        : moment;
  }

  private @Nullable SessionId owedSession() {
    return state.owed() == null ? null : state.owed().session();
  }
}
