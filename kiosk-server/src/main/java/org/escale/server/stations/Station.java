package org.escale.server.stations;

import java.util.Set;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;

/**
 * One enrolled station.
 *
 * @param name what people call it, for example "Poste 4"; unique in the centre
 * @param role what it is there for
 * @param traits what it can offer to who needs it
 */
public record Station(StationId id, String name, StationRole role, Set<StationTrait> traits) {

  public Station {
    traits = Set.copyOf(traits);
  }

  /** One that nobody has said anything about yet. */
  public Station(StationId id, String name) {
    this(id, name, StationRole.VISITS, Set.of());
  }
}
