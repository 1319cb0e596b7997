package org.escale.server.booking;

import java.util.List;
import java.util.Optional;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationStateName;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationReadiness;
import org.escale.server.stations.StationSnapshot;

/** The places of a room: its enrolled stations, and what they have said. Thread-safe. */
public final class StationPlaces implements Places {

  private final Room room;

  public StationPlaces(Room room) {
    this.room = room;
  }

  @Override
  public List<Place> bookablePlaces() {
    return room.snapshots().stream()
        .filter(snapshot -> snapshot.state() != StationStateName.OUT_OF_SERVICE)
        .map(StationSnapshot::station)
        .filter(station -> station.role() == StationRole.VISITS)
        .map(station -> new Place(station.id(), station.name(), station.traits()))
        .toList();
  }

  @Override
  public String nameOf(StationId station) {
    return room.snapshot(station)
        .map(snapshot -> snapshot.station().name())
        .orElseGet(station::toString);
  }

  @Override
  public Optional<RefusalReason> obstacle(StationId station) {
    return room.snapshot(station)
        .map(StationPlaces::refusal)
        .orElse(Optional.of(RefusalReason.STATION_NOT_CONNECTED));
  }

  private static Optional<RefusalReason> refusal(StationSnapshot snapshot) {
    if (snapshot.station().role() == StationRole.RECEPTION) {
      return Optional.of(RefusalReason.STATION_IS_RECEPTION);
    }
    return switch (StationReadiness.of(snapshot)) {
      case READY -> Optional.empty();
      case NOT_CONNECTED, NO_SCREEN -> Optional.of(RefusalReason.STATION_NOT_CONNECTED);
      case BUSY -> Optional.of(RefusalReason.STATION_BUSY);
      case NOT_CLEAN, OUT_OF_SERVICE -> Optional.of(RefusalReason.STATION_NOT_CLEAN);
    };
  }
}
