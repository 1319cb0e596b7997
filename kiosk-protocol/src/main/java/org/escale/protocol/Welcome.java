package org.escale.protocol;

import java.time.ZoneId;

/**
 * The server's answer to {@link Hello}: the link is open.
 *
 * @param version the protocol version both will speak
 * @param zone the centre's time zone, for the clock on the screen
 */
public record Welcome(
    int version, String centreName, String stationName, ZoneId zone, StationRole role)
    implements ToStation {}
