package org.escale.server.live;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.escale.protocol.PublicTicket;

/**
 * The room at one moment.
 *
 * @param now the moment
 * @param zone where the centre's clocks are
 * @param stations in the order that staff gave them
 * @param calls open help requests, longest waiting first
 * @param waiting the tickets that wait for a station, in order of arrival
 * @param coming bookings of today that have not begun, soonest first
 */
public record Room(
    Instant now,
    ZoneId zone,
    List<StationCard> stations,
    List<HelpCall> calls,
    List<PublicTicket> waiting,
    List<ComingBooking> coming) {

  public Room {
    stations = List.copyOf(stations);
    calls = List.copyOf(calls);
    waiting = List.copyOf(waiting);
    coming = List.copyOf(coming);
  }
}
