package org.escale.client.agent;

import java.time.Duration;
import java.util.Optional;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.station.BootTime;
import org.escale.client.station.Countdown;
import org.escale.client.station.Held;
import org.escale.client.station.Limits;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.ShellSeen;
import org.escale.client.station.Station;
import org.escale.client.station.StationState;
import org.escale.client.station.Visit;
import org.escale.protocol.WipeReceipt;
import org.jspecify.annotations.Nullable;

/** Which screen belongs to a station at a moment. Pure. */
final class ScreenProjection {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Limits limits;

  ScreenProjection(Limits limits) {
    this.limits = limits;
  }

  Screen screen(Station station, BootTime now) {
    return switch (station.state()) {
      case StationState.OutOfService out -> new Screen.NotAvailable(out.reason());
      case StationState.Wiping wiping ->
          new Screen.Erasing(
              wiping.job().startUp(), wiping.outside().printing() > 0, wiping.outside().hasStick());
      case StationState.Locked locked -> welcome(locked.receipt(), station.held(), now);
      case StationState.Opening opening ->
          new Screen.Opening(opening.visit().ticket().shown(), opening.visit().ticket().toNote());
      case StationState.InSession(Visit visit) -> session(visit, layout(station, visit), now);
      case StationState.Hidden hidden -> hidden(hidden, station, now);
      case StationState.Ending ending ->
          new Screen.Ending(
              ending.reason(),
              ending.canGoBack(now),
              roundedUp(now.until(ending.wipeAt()), SECOND),
              ending.visit().outside(),
              layout(station, ending.visit()));
    };
  }

  private static Screen welcome(WipeReceipt receipt, @Nullable Held held, BootTime now) {
    return new Screen.Welcome(
        held == null ? null : held.ticket(),
        held == null ? null : wholeMinutes(now.until(held.startsAt())),
        held == null ? null : heldFor(held, now),
        receipt.session() == null ? null : receipt.finishedAt());
  }

  private static @Nullable Duration heldFor(Held held, BootTime now) {
    return held.keptUntil() == null ? null : roundedUp(now.until(held.keptUntil()), MINUTE);
  }

  /** The cover is shown when there is nothing left to be seen behind it. */
  private Screen hidden(StationState.Hidden hidden, Station station, BootTime now) {
    Visit visit = hidden.visit();
    if (!hidden.covered()) {
      return session(visit, layout(station, visit), now);
    }
    int triesLeft = limits.wrongTries() - visit.ticket().wrongTries();
    return new Screen.Hidden(visit.ticket().shown(), Math.max(0, triesLeft));
  }

  private static Screen session(Visit visit, ScreenLayout layout, BootTime now) {
    Visit.Call call = visit.call();
    return new Screen.Session(
        visit.ticket().shown(),
        saidAs(visit.countdown().left(now)),
        visit.countdown().work(),
        warning(visit.countdown().warning(now)),
        call == null ? null : call.reason(),
        call != null && call.coming(),
        visit.closesEarly(),
        visit.ticket().toNote(),
        visit.outside(),
        layout);
  }

  private static @Nullable TimeWarning warning(Optional<Countdown.Warning> warning) {
    return warning
        .map(
            given ->
                switch (given) {
                  case FIVE_MINUTES -> TimeWarning.FIVE_MINUTES;
                  case ONE_MINUTE -> TimeWarning.ONE_MINUTE;
                  case TWENTY_SECONDS -> TimeWarning.TWENTY_SECONDS;
                })
        .orElse(null);
  }

  private static ScreenLayout layout(Station station, Visit visit) {
    ShellSeen shell = station.shell();
    if (shell == null) {
      throw new IllegalStateException("no visit begins before a shell has come");
    }
    return shell.layout(visit.language().rightToLeft());
  }

  /** Minutes while there are some, then seconds. */
  private static Duration saidAs(Duration left) {
    return roundedUp(left, left.compareTo(MINUTE) > 0 ? MINUTE : SECOND);
  }

  private static Duration wholeMinutes(Duration duration) {
    return duration.isNegative()
        ? roundedUp(duration.negated(), MINUTE).negated()
        : roundedUp(duration, MINUTE);
  }

  private static Duration roundedUp(Duration duration, Duration step) {
    if (duration.isNegative()) {
      return Duration.ZERO;
    }
    long steps = duration.plus(step).minusNanos(1).dividedBy(step);
    return step.multipliedBy(steps);
  }
}
