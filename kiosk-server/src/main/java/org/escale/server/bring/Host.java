package org.escale.server.bring;

import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.jspecify.annotations.Nullable;

/**
 * The visit that a telephone may bring documents into, as its visitor knows it again.
 *
 * @param ticket null if the server does not know what the session was granted for
 */
public record Host(
    SessionId session,
    StationId station,
    String stationName,
    @Nullable PublicTicket ticket,
    Language language) {}
