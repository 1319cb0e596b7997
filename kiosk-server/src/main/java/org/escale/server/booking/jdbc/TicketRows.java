package org.escale.server.booking.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketColour;
import org.escale.server.booking.QuarterHour;
import org.escale.server.platform.database.CentreId;
import org.jdbi.v3.core.Handle;

/**
 * Which tickets go about when, within one transaction. A ticket's rows reach from its visit's start
 * until two hours after its end, so its key keeps two of the same at least two hours apart. As long
 * as there are tickets enough, twice that is kept: then no moment has two of the same within two
 * hours of it.
 */
record TicketRows(Handle handle, CentreId centre) {

  static final Duration APART = Duration.ofHours(2);

  /** The first of these that is no other's close to this stretch of time. */
  Optional<PublicTicket> firstFree(List<PublicTicket> tickets, Instant from, Instant to) {
    Optional<PublicTicket> far =
        firstNotIn(inUse(from.minus(APART), to.plus(APART.multipliedBy(2))), tickets);
    return far.isPresent() ? far : firstNotIn(inUse(from, to.plus(APART)), tickets);
  }

  private static Optional<PublicTicket> firstNotIn(
      Set<PublicTicket> used, List<PublicTicket> tickets) {
    return tickets.stream().filter(ticket -> !used.contains(ticket)).findFirst();
  }

  private Set<PublicTicket> inUse(Instant from, Instant to) {
    return new HashSet<>(
        handle
            .createQuery(
                """
                SELECT DISTINCT pictogram, colour FROM ticket_cell
                WHERE centre = :centre AND quarter_hour BETWEEN :first AND :last
                """)
            .bind("centre", centre.toString())
            .bind("first", QuarterHour.at(from).number())
            .bind("last", QuarterHour.at(to.minusNanos(1)).number())
            .map(
                (row, _) ->
                    new PublicTicket(
                        Pictogram.valueOf(row.getString(1)),
                        TicketColour.valueOf(row.getString(2))))
            .list());
  }
}
