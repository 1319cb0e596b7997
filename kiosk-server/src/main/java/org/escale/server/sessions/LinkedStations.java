package org.escale.server.sessions;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.escale.protocol.Command;
import org.escale.protocol.StationId;
import org.escale.server.stations.CommandEnd;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationLinks;
import org.escale.server.stations.StationSnapshot;

/** Sends over the links of the room, to stations that are connected and to no other. */
public final class LinkedStations implements StationCommands {

  private static final CommandEnd NOT_CONNECTED = new CommandEnd.NotConnected();

  private final Room room;
  private final StationLinks links;

  public LinkedStations(Room room, StationLinks links) {
    this.room = room;
    this.links = links;
  }

  @Override
  public Optional<CompletableFuture<CommandEnd>> send(StationId station, Command command) {
    if (room.snapshot(station).filter(StationSnapshot::connected).isEmpty()) {
      return Optional.empty();
    }
    CompletableFuture<CommandEnd> end = links.send(station, command);
    boolean missedIt = end.isDone() && NOT_CONNECTED.equals(end.join());
    return missedIt ? Optional.empty() : Optional.of(end);
  }
}
