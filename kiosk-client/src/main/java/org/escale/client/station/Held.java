package org.escale.client.station;

import org.escale.protocol.PublicTicket;

/** The ticket whose holder the station waits for. */
public record Held(PublicTicket ticket, BootTime startsAt) {}
