package org.escale.client.agent;

import org.escale.client.station.StationEffect.Tell;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;

/** What a station tells, as the server reads it: each with an id of its own. */
final class Reports {

  private final WallClock wallClock;

  Reports(WallClock wallClock) {
    this.wallClock = wallClock;
  }

  Report of(Tell tell) {
    ReportId id = ReportId.random();
    return switch (tell) {
      case Tell.State state ->
          new Report.StateChanged(
              id,
              state.state(),
              state.session(),
              state.remaining(),
              state.outOfService(),
              state.nobodyProven(),
              state.guideUnderWay(),
              state.shellThere());
      case Tell.Started started ->
          new Report.SessionStarted(id, started.session(), started.wallClock());
      case Tell.Ended ended ->
          new Report.SessionEnded(
              id,
              ended.session(),
              ended.reason(),
              // One that never started is counted on the day it failed to.
              ended.wallClock() == null ? wallClock.now() : ended.wallClock(),
              ended.used(),
              ended.guides());
      case Tell.Wiped wiped -> new Report.Wiped(id, wiped.receipt());
      case Tell.Help help ->
          new Report.HelpAsked(id, help.request(), help.session(), help.reason());
      case Tell.HelpNoLonger help -> new Report.HelpCancelled(id, help.request(), help.session());
      case Tell.EmergencyCodeUsed used ->
          new Report.EmergencyCodeUsed(
              id, used.sheet(), used.number(), used.session(), wallClock.now());
      case Tell.Answer answer -> new Report.CommandResult(id, answer.command(), answer.outcome());
    };
  }
}
