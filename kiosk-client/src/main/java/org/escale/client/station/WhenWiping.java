package org.escale.client.station;

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
import org.escale.client.station.StationState.OutOfService;
import org.escale.client.station.StationState.Wiping;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.WipeReceipt;

/** Erasing: a clean receipt leads to locked, two failures out of service. */
record WhenWiping(Moment moment, Wiping state) {

  private static final int ATTEMPTS = 2;

  Transition on(StationEvent event) {
    return switch (event) {
      case Tick _ ->
          moment.now().reached(state.since().plus(moment.limits().wiping()))
              ? giveUp()
              : moment.stay();
      case SpaceAnswered.Erased(var found, var stamp) -> erased(receipt(found, stamp));
      case SpaceAnswered.EraseFailed _ -> failed();
      case Commanded(Command command) -> command(command);
      case JournalFailed _ -> moment.then(OutOfServiceReason.JOURNAL_NOT_WRITABLE).stay();
      // Answers about the visit that is being erased.
      case SpaceAnswered.Opened _,
          SpaceAnswered.OpenFailed _,
          SpaceAnswered.Covered _,
          SpaceAnswered.Uncovered _,
          SpaceAnswered.CurtainFailed _,
          SpaceAnswered.Looked _,
          VisitLost _ ->
          moment.stay();
      case ShellArrived _, ShellLost _, Pressed _, Enrolled _ -> moment.stay();
    };
  }

  private Transition erased(WipeReceipt receipt) {
    if (!receipt.clean()) {
      Transition next = failed();
      List<StationEffect> effects = new ArrayList<>(next.effects());
      effects.addFirst(new Tell.Wiped(receipt));
      return new Transition(next.station(), effects);
    }
    OutOfServiceReason afterwards = moment.station().afterwards();
    Station free = moment.station().then(null);
    StationState next =
        afterwards == null ? new Locked(receipt) : outOfService(afterwards, receipt);
    return answered(
        new Transition(free.in(next), List.of(new Tell.Wiped(receipt))), CommandOutcome.DONE);
  }

  private OutOfService outOfService(OutOfServiceReason reason, WipeReceipt receipt) {
    return switch (reason) {
      case JOURNAL_NOT_WRITABLE -> journalGone(receipt, moment);
      case BY_MEDIATOR, NOT_ENROLLED, WIPE_FAILED -> new OutOfService(reason, null, null);
    };
  }

  /** Clean, but with nothing to write on; tried again with the same order after a while. */
  static OutOfService journalGone(WipeReceipt receipt, Moment moment) {
    return new OutOfService(
        OutOfServiceReason.JOURNAL_NOT_WRITABLE,
        new WipeJob(receipt.order(), receipt.session(), false, null),
        moment.now().plus(moment.limits().retry()));
  }

  private Transition failed() {
    if (state.attempt() >= ATTEMPTS) {
      return giveUp();
    }
    return moment.to(
        new Wiping(state.job(), state.attempt() + 1, state.since(), state.outside()),
        new Do.Erase());
  }

  private Transition giveUp() {
    return answered(
        moment.to(
            new OutOfService(
                OutOfServiceReason.WIPE_FAILED,
                state.job().answered(),
                moment.now().plus(moment.limits().retry()))),
        CommandOutcome.FAILED);
  }

  private Transition answered(Transition transition, CommandOutcome outcome) {
    return state.job().command() == null
        ? transition
        : transition.and(new Tell.Answer(state.job().command(), outcome));
  }

  private WipeReceipt receipt(VisitSpace.Erased found, StationEvent.Stamp stamp) {
    return new WipeReceipt(
        state.job().order(),
        state.job().session(),
        stamp.number(),
        found.checked(),
        found.residue(),
        found.left(),
        found.phases(),
        stamp.programVersion(),
        stamp.finishedAt(),
        stamp.previous());
  }

  private Transition command(Command command) {
    return switch (command) {
      case Command.Unlock _ -> moment.answer(command, CommandOutcome.REFUSED_NOT_CLEAN);
      case Command.OutOfService out -> moment.outOfServiceLater(out);
      case Command.InService back -> moment.inServiceAnyway(back);
      case Command.Hold hold -> moment.hold(hold);
      case Command.EmergencyCodes codes -> moment.codesTaken(codes);
      // A wipe is under way already.
      case Command.Wipe _,
          Command.Extend _,
          Command.Shorten _,
          Command.Hide _,
          Command.End _,
          Command.Message _ ->
          moment.answer(command, CommandOutcome.REFUSED_NOT_NOW);
    };
  }
}
