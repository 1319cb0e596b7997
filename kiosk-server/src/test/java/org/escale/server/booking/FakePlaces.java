package org.escale.server.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;

/** A room whose stations are all ready unless told otherwise. */
public final class FakePlaces implements Places {

  private final List<Place> places = new CopyOnWriteArrayList<>();
  private final Map<StationId, RefusalReason> obstacles = new ConcurrentHashMap<>();

  public StationId add(String name, StationTrait... traits) {
    StationId station = StationId.random();
    places.add(new Place(station, name, Set.of(traits)));
    return station;
  }

  /** Takes the station out of service. */
  public void remove(StationId station) {
    places.removeIf(place -> place.station().equals(station));
  }

  public void block(StationId station, RefusalReason why) {
    obstacles.put(station, why);
  }

  public void unblock(StationId station) {
    obstacles.remove(station);
  }

  @Override
  public List<Place> bookablePlaces() {
    return List.copyOf(places);
  }

  @Override
  public String nameOf(StationId station) {
    return places.stream()
        .filter(place -> place.station().equals(station))
        .findFirst()
        .map(Place::name)
        .orElse(station.toString());
  }

  @Override
  public Optional<RefusalReason> obstacle(StationId station) {
    return Optional.ofNullable(obstacles.get(station));
  }
}
