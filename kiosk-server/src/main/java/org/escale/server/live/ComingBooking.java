package org.escale.server.live;

import java.time.Instant;
import org.escale.protocol.PublicTicket;

/** A booking that will begin later today. */
public record ComingBooking(PublicTicket ticket, String stationName, Instant start) {}
