package org.escale.server.booking.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.server.booking.Booking;
import org.escale.server.platform.database.CentreId;
import org.jdbi.v3.core.Handle;

/**
 * Which tickets go about when, within one transaction. A ticket's rows reach from the hour its
 * visit starts in until two hours after its end, so its key keeps two of the same at least two
 * hours apart. As long as there are tickets enough, twice that is kept: then no moment has two of
 * the same within two hours of it. Nobody knows how long a ticket waits in the queue: it is no
 * other's for as long as that takes.
 */
record TicketRows(Handle handle, CentreId centre) {

  static final Duration APART = Duration.ofHours(2);

  private static final long SECONDS_OF_HOUR = Duration.ofHours(1).toSeconds();

  /** The first of these that is no other's close to this stretch of time. */
  Optional<PublicTicket> firstFree(List<PublicTicket> tickets, Instant from, Instant to) {
    return firstFree(tickets, hour(from.minus(APART)), lastHour(to.plus(APART)))
        .or(() -> firstFree(tickets, hour(from), lastHour(to)));
  }

  void claim(Booking booking) {
    claim(booking, "INSERT INTO");
  }

  /**
   * Lets it keep its ticket where it has moved to.
   *
   * @return false if another of the same goes about then
   */
  boolean claimAgain(Booking booking) {
    giveBack(booking.id());
    boolean free = isFree(booking.ticket(), hour(booking.startsAt()), lastHour(booking.endsAt()));
    if (free) {
      claim(booking, "INSERT INTO");
    }
    return free;
  }

  /** It keeps its ticket, even if another of the same goes about nearby. */
  void claimWhatIsFree(Booking booking) {
    claim(booking, "INSERT OR IGNORE INTO");
  }

  /** Its ticket is good for nothing any more, and nobody keeps it: others may have it at once. */
  void giveBack(BookingId booking) {
    handle
        .createUpdate("DELETE FROM ticket_hour WHERE centre = :centre AND booking = :booking")
        .bind("centre", centre.toString())
        .bind("booking", booking.toString())
        .execute();
  }

  private void claim(Booking booking, String insert) {
    handle
        .createUpdate(
            """
            WITH RECURSIVE going_about(hour) AS (
              SELECT :first UNION ALL SELECT hour + 1 FROM going_about WHERE hour < :last)
            """
                + insert
                + " ticket_hour SELECT :centre, :pictogram, :colour, hour, :booking FROM"
                + " going_about")
        .bind("first", hour(booking.startsAt()))
        .bind("last", lastHour(booking.endsAt()))
        .bind("centre", centre.toString())
        .bind("pictogram", booking.ticket().pictogram().name())
        .bind("colour", booking.ticket().colour().name())
        .bind("booking", booking.id().toString())
        .execute();
  }

  private Optional<PublicTicket> firstFree(List<PublicTicket> tickets, long first, long last) {
    return tickets.stream().filter(ticket -> isFree(ticket, first, last)).findFirst();
  }

  private boolean isFree(PublicTicket ticket, long first, long last) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM ticket_hour
            WHERE centre = :centre AND pictogram = :pictogram AND colour = :colour
              AND hour BETWEEN :first AND :last
            UNION ALL
            SELECT 1 FROM booking
            WHERE centre = :centre AND pictogram = :pictogram AND colour = :colour
              AND state = 'WAITING'
            LIMIT 1
            """)
        .bind("centre", centre.toString())
        .bind("pictogram", ticket.pictogram().name())
        .bind("colour", ticket.colour().name())
        .bind("first", first)
        .bind("last", last)
        .mapTo(Integer.class)
        .findOne()
        .isEmpty();
  }

  /** The last hour in which the ticket of a visit that ends then goes about. */
  private static long lastHour(Instant end) {
    return hour(end.plus(APART).minusNanos(1));
  }

  private static long hour(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_HOUR);
  }
}
