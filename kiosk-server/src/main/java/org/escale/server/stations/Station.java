package org.escale.server.stations;

import org.escale.protocol.StationId;

/**
 * One enrolled station.
 *
 * @param name what people call it, for example "Poste 4"; unique in the centre
 */
public record Station(StationId id, String name) {}
