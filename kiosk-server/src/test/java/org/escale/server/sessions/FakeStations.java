package org.escale.server.sessions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.protocol.Command;
import org.escale.protocol.StationId;

/** Stations that take every command and do nothing, unless they are unplugged. */
public final class FakeStations implements StationCommands {

  private final List<Command> sent = new CopyOnWriteArrayList<>();
  private final Set<StationId> unplugged = new HashSet<>();

  public void unplug(StationId station) {
    unplugged.add(station);
  }

  public void plugIn(StationId station) {
    unplugged.remove(station);
  }

  /** What was sent of this kind, oldest first. */
  public <C extends Command> List<C> sent(Class<C> kind) {
    return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public boolean send(StationId station, Command command) {
    if (unplugged.contains(station)) {
      return false;
    }
    sent.add(command);
    return true;
  }
}
