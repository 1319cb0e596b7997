package org.escale.client.station;

import org.escale.protocol.PublicTicket;
import org.jspecify.annotations.Nullable;

/**
 * The ticket whose holder the station waits for.
 *
 * @param keptUntil null if that is not known
 */
public record Held(PublicTicket ticket, BootTime startsAt, @Nullable BootTime keptUntil) {}
