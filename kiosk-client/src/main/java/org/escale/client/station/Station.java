package org.escale.client.station;

import java.time.Duration;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationState.Ending;
import org.escale.client.station.StationState.Hidden;
import org.escale.client.station.StationState.InSession;
import org.escale.client.station.StationState.Locked;
import org.escale.client.station.StationState.Opening;
import org.escale.client.station.StationState.OutOfService;
import org.escale.client.station.StationState.Wiping;
import org.escale.protocol.OutOfServiceReason;
import org.jspecify.annotations.Nullable;

/**
 * A station: where it stands, and what stays true whatever it does.
 *
 * @param shell null until a first shell has come
 * @param held the ticket it waits for, or will wait for when it is free
 * @param afterwards why it goes out of service after the next wipe, if it does
 * @param emergency the printed codes that open it while the server is away
 */
public record Station(
    StationState state,
    @Nullable ShellSeen shell,
    @Nullable Held held,
    @Nullable OutOfServiceReason afterwards,
    Emergency emergency) {

  Station in(StationState next) {
    return new Station(next, shell, held, afterwards, emergency);
  }

  Station with(ShellSeen seen) {
    return new Station(state, seen, held, afterwards, emergency);
  }

  Station holding(@Nullable Held next) {
    return new Station(state, shell, next, afterwards, emergency);
  }

  Station then(@Nullable OutOfServiceReason next) {
    return new Station(state, shell, held, next, emergency);
  }

  Station with(Emergency next) {
    return new Station(state, shell, held, afterwards, next);
  }

  public boolean shellThere() {
    return shell != null && shell.there();
  }

  /** The station as the server is told. */
  public Tell.State told(BootTime now) {
    return new Tell.State(
        state.name(),
        state.visitUnderWay().map(Visit::session).orElse(null),
        remaining(now),
        state instanceof OutOfService out ? out.reason() : null,
        state instanceof Hidden hidden && hidden.told(),
        guideUnderWay(),
        shellThere());
  }

  /** The guide stays open behind the cover. */
  private boolean guideUnderWay() {
    return switch (state) {
      case InSession session -> session.visit().guides().underWay();
      case Hidden hidden -> hidden.visit().guides().underWay();
      case Opening _, Ending _, OutOfService _, Wiping _, Locked _ -> false;
    };
  }

  private @Nullable Duration remaining(BootTime now) {
    return switch (state) {
      case Opening opening -> opening.visit().countdown().left(now);
      case InSession session -> session.visit().countdown().left(now);
      case Hidden hidden -> hidden.visit().countdown().left(now);
      case Ending ending -> Countdown.notNegative(now.until(ending.wipeAt()));
      case OutOfService _, Wiping _, Locked _ -> null;
    };
  }
}
