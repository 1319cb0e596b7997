package org.escale.server.sessions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.StationId;
import org.escale.server.stations.CommandEnd;

/** Stations that take every command and do nothing, unless they are unplugged. */
public final class FakeStations implements StationCommands {

  private final List<Command> sent = new CopyOnWriteArrayList<>();
  private final Map<CommandId, CompletableFuture<CommandEnd>> ends = new ConcurrentHashMap<>();
  private final Set<StationId> unplugged = ConcurrentHashMap.newKeySet();

  public void unplug(StationId station) {
    unplugged.add(station);
  }

  public void plugIn(StationId station) {
    unplugged.remove(station);
  }

  /** The station never answers this command, and the link gives up. */
  public void giveUp(CommandId command) {
    ends.getOrDefault(command, new CompletableFuture<>()).complete(new CommandEnd.NotConfirmed());
  }

  /** What was sent of this kind, oldest first. */
  public <C extends Command> List<C> sent(Class<C> kind) {
    return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public Optional<CompletableFuture<CommandEnd>> send(StationId station, Command command) {
    if (unplugged.contains(station)) {
      return Optional.empty();
    }
    sent.add(command);
    return Optional.of(ends.computeIfAbsent(command.id(), _ -> new CompletableFuture<>()));
  }
}
