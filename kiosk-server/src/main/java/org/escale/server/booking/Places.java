package org.escale.server.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;

/** The stations of the centre, as booking sees them. Thread-safe. */
public interface Places {

  /**
   * A station that visits can be booked on.
   *
   * @param name as written on it
   */
  record Place(StationId station, String name, Set<StationTrait> traits) {

    public Place {
      traits = Set.copyOf(traits);
    }

    public boolean fits(Set<StationTrait> needs) {
      return traits.containsAll(needs);
    }
  }

  /**
   * The stations in service that people work at, connected or not, in the order of their names; no
   * reception.
   */
  List<Place> bookablePlaces();

  /** What this station is called, also out of service; its id if it is unknown. */
  String nameOf(StationId station);

  /** Why no visit can begin at this station now; empty if one can. */
  Optional<RefusalReason> obstacle(StationId station);
}
