package org.escale.server.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationStateName;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationReadiness;

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
        .map(snapshot -> new Place(snapshot.station().id(), snapshot.station().name(), Set.of()))
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
        .map(StationReadiness::of)
        .map(StationPlaces::refusal)
        .orElse(Optional.of(RefusalReason.STATION_NOT_CONNECTED));
  }

  private static Optional<RefusalReason> refusal(StationReadiness readiness) {
    return switch (readiness) {
      case READY -> Optional.empty();
      case NOT_CONNECTED, NO_SCREEN -> Optional.of(RefusalReason.STATION_NOT_CONNECTED);
      case BUSY -> Optional.of(RefusalReason.STATION_BUSY);
      case NOT_CLEAN, OUT_OF_SERVICE -> Optional.of(RefusalReason.STATION_NOT_CLEAN);
    };
  }
}
