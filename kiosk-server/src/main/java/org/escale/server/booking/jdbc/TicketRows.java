package org.escale.server.booking.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.server.booking.Booking;
import org.escale.server.booking.Occupancy;
import org.escale.server.platform.database.CentreId;
import org.jdbi.v3.core.Handle;

/**
 * Which tickets go about when, within one transaction. A ticket's rows reach from the hour its
 * visit starts in until two hours after its end, so its key keeps two of the same at least two
 * hours apart. As long as there are tickets enough, twice that is kept: then no moment has two of
 * the same within two hours of it. Nobody knows how long a ticket waits in the queue: it is no
 * other's for as long as that takes.
 */
record TicketRows(Handle handle, CentreId centre, InMemory<PublicTicket> about) {

  static final Duration APART = Duration.ofHours(2);

  private static final Duration HOUR = Duration.ofHours(1);

  /** Whole hours, counted from the epoch; both ends among them. */
  private record Hours(long first, long last) {

    static Hours of(Booking booking) {
      return of(booking.startsAt(), booking.endsAt());
    }

    /** From the one that a visit starts in to the last in which its ticket goes about. */
    static Hours of(Instant startsAt, Instant endsAt) {
      return new Hours(hour(startsAt), hour(endsAt.plus(APART).minusNanos(1)));
    }

    Instant from() {
      return Instant.ofEpochSecond(first * HOUR.toSeconds());
    }

    Instant to() {
      return Instant.ofEpochSecond((last + 1) * HOUR.toSeconds());
    }

    int count() {
      return Math.toIntExact(last - first + 1);
    }

    private static long hour(Instant moment) {
      return Math.floorDiv(moment.getEpochSecond(), HOUR.toSeconds());
    }
  }

  /** The first of these that is no other's close to this stretch of time. */
  Optional<PublicTicket> firstFree(List<PublicTicket> tickets, Instant from, Instant to) {
    List<PublicTicket> inNoQueue = new ArrayList<>(tickets);
    inNoQueue.removeAll(waiting());
    return firstFree(inNoQueue, Hours.of(from.minus(APART), to.plus(APART)))
        .or(() -> firstFree(inNoQueue, Hours.of(from, to)));
  }

  /**
   * @throws IllegalStateException if another of the same goes about then, and the transaction must
   *     not stand
   */
  void claim(Booking booking) {
    if (claimWhatIsFree(booking) != Hours.of(booking).count()) {
      throw new IllegalStateException("the ticket of " + booking.id() + " is another's too");
    }
  }

  /**
   * Lets it keep its ticket where it has moved to.
   *
   * @return false if another of the same goes about then
   */
  boolean claimAgain(Booking booking) {
    giveBack(booking.id());
    boolean free =
        isFree(booking.ticket(), Hours.of(booking)) && !waiting().contains(booking.ticket());
    if (free) {
      claim(booking);
    }
    return free;
  }

  /**
   * It keeps its ticket, even if another of the same goes about nearby.
   *
   * @return how many hours it has now that it had not
   */
  int claimWhatIsFree(Booking booking) {
    Hours hours = Hours.of(booking);
    List<Claimed> claimed =
        handle
            .createQuery(
                """
                WITH RECURSIVE going_about(hour) AS (
                  SELECT :first UNION ALL SELECT hour + 1 FROM going_about WHERE hour < :last)
                INSERT OR IGNORE INTO ticket_hour
                SELECT :centre, :pictogram, :colour, hour, :booking FROM going_about
                RETURNING pictogram, colour, hour
                """)
            .bind("first", hours.first())
            .bind("last", hours.last())
            .bind("centre", centre.toString())
            .bind("pictogram", booking.ticket().pictogram().name())
            .bind("colour", booking.ticket().colour().name())
            .bind("booking", booking.id().toString())
            .map((row, _) -> Claimed.of(row))
            .list();
    claimed.forEach(each -> about.take(each.ticket(), each.hours().from(), each.hours().to()));
    return claimed.size();
  }

  /** Its ticket is good for nothing any more, and nobody keeps it: others may have it at once. */
  void giveBack(BookingId booking) {
    handle
        .createQuery(
            """
            DELETE FROM ticket_hour WHERE centre = :centre AND booking = :booking
            RETURNING pictogram, colour, hour
            """)
        .bind("centre", centre.toString())
        .bind("booking", booking.toString())
        .map((row, _) -> Claimed.of(row))
        .list()
        .forEach(each -> about.free(each.ticket(), each.hours().from(), each.hours().to()));
  }

  /** Tells of every ticket that goes about from this moment on. */
  void goingAboutFrom(Instant moment, Occupancy<PublicTicket> tickets) {
    handle
        .createQuery(
            """
            SELECT pictogram, colour, hour FROM ticket_hour
            WHERE centre = :centre AND hour >= :first
            """)
        .bind("centre", centre.toString())
        .bind("first", Hours.hour(moment))
        .map((row, _) -> Claimed.of(row))
        .forEach(each -> tickets.take(each.ticket(), each.hours().from(), each.hours().to()));
  }

  private record Claimed(PublicTicket ticket, Hours hours) {

    static Claimed of(ResultSet row) throws SQLException {
      long hour = row.getLong("hour");
      return new Claimed(BookingRows.ticket(row), new Hours(hour, hour));
    }
  }

  private Optional<PublicTicket> firstFree(List<PublicTicket> tickets, Hours hours) {
    return about.occupancy().free(tickets, hours.from(), hours.to()).findFirst();
  }

  private boolean isFree(PublicTicket ticket, Hours hours) {
    return about.isFree(ticket, hours.from(), hours.to());
  }

  /** The tickets of the queue. */
  private Set<PublicTicket> waiting() {
    return handle
        .createQuery(
            "SELECT pictogram, colour FROM booking WHERE centre = :centre AND state = 'WAITING'")
        .bind("centre", centre.toString())
        .map((row, _) -> BookingRows.ticket(row))
        .set();
  }
}
