package org.escale.client.station;

import java.util.function.Function;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Notice;

/** A visitor's call for a mediator: one at a time. */
final class Calls {

  static Transition ask(
      Moment moment, Visit visit, Pressed.Help help, Function<Visit, StationState> in) {
    if (visit.call() != null) {
      return moment.stay();
    }
    Visit calling = visit.withCall(new Visit.Call(help.request(), help.reason(), false));
    return moment.to(
        in.apply(calling), new Tell.Help(help.request(), visit.session(), help.reason()));
  }

  static Transition cancel(Moment moment, Visit visit, Function<Visit, StationState> in) {
    Visit.Call call = visit.call();
    if (call == null) {
      return moment.stay();
    }
    return moment.to(
        in.apply(visit.withCall(null)), new Tell.HelpNoLonger(call.request(), visit.session()));
  }

  static Transition tell(
      Moment moment, Visit visit, Command.Message message, Function<Visit, StationState> in) {
    if (visit.call() == null && isAboutCall(message.notice())) {
      return moment.answer(message, CommandOutcome.REFUSED_NOT_NOW);
    }
    return moment.to(
        in.apply(visit.told(message.notice())), new Tell.Answer(message.id(), CommandOutcome.DONE));
  }

  private static boolean isAboutCall(Notice notice) {
    return switch (notice) {
      case HELP_IS_COMING, HELP_DONE -> true;
      case CLOSES_EARLY -> false;
    };
  }

  private Calls() {}
}
