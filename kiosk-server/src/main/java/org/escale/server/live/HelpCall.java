package org.escale.server.live;

import java.time.Instant;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.jspecify.annotations.Nullable;

/**
 * A visitor waits for a mediator.
 *
 * @param ticket the visit's ticket; null if the visit is over
 * @param taken a mediator is on the way
 */
public record HelpCall(
    HelpRequestId id,
    StationId station,
    String stationName,
    @Nullable PublicTicket ticket,
    HelpReason reason,
    Instant askedAt,
    boolean taken) {}
