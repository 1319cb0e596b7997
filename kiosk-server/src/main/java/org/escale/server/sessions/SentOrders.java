package org.escale.server.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.server.stations.CommandEnd;
import org.jspecify.annotations.Nullable;

/** What stations are told to do, kept until they have answered. Thread-safe. */
public final class SentOrders {

  /** Unlocks that are on their way; the link itself sends them again when it has to. */
  private final Set<CommandId> onTheirWay = ConcurrentHashMap.newKeySet();

  private final SessionStore store;
  private final StationCommands stations;
  private final Setbacks setbacks;
  private final InstantSource clock;

  public SentOrders(
      SessionStore store, StationCommands stations, Setbacks setbacks, InstantSource clock) {
    this.store = store;
    this.stations = stations;
    this.setbacks = setbacks;
    this.clock = clock;
  }

  /**
   * Tells a station to unlock for a session.
   *
   * @return empty if the same unlock is on its way already
   */
  Optional<Order> unlock(StationId station, Command.Unlock unlock) {
    if (!onTheirWay.add(unlock.id())) {
      return Optional.empty();
    }
    Order order = tell(station, unlock, SentCommand.Kind.UNLOCK, unlock.session(), null);
    if (order instanceof Order.Refused) {
      onTheirWay.remove(unlock.id());
    }
    return Optional.of(order);
  }

  /** True for an unlock that was sent and not answered yet. */
  boolean isOnItsWay(CommandId unlock) {
    return onTheirWay.contains(unlock);
  }

  Order tell(
      StationId station,
      Command command,
      SentCommand.Kind kind,
      @Nullable SessionId session,
      @Nullable Duration by) {
    setbacks.forget(station);
    store.sent(new SentCommand(command.id(), station, kind, session, by, now()));
    Optional<CompletableFuture<CommandEnd>> end = stations.send(station, command);
    if (end.isPresent()) {
      var _ = end.get().thenAccept(what -> ended(command.id(), station, kind, what));
    }
    return end.isPresent()
        ? new Order.Sent(command.id())
        : new Order.Refused(Order.Reason.STATION_NOT_CONNECTED);
  }

  /** What became of an {@link Order.Sent}; empty while the station has not said. */
  public Optional<CommandOutcome> outcomeOf(CommandId command) {
    return store.outcomeOf(command);
  }

  /** What the station answers is settled with its report, which outlives a restart. */
  private void ended(CommandId command, StationId station, SentCommand.Kind kind, CommandEnd end) {
    onTheirWay.remove(command);
    switch (end) {
      case CommandEnd.NotConnected _, CommandEnd.NotConfirmed _ ->
          setbacks.note(station, new Setback(kind, null));
      case CommandEnd.Answered _ -> {}
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
