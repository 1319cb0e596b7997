package org.escale.server.booking.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.escale.protocol.BookingId;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketColour;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore.Wish;
import org.escale.server.booking.Occupancy;
import org.escale.server.booking.QuarterHour;
import org.escale.server.booking.SealedDigits;
import org.escale.server.platform.database.CentreId;
import org.jdbi.v3.core.Handle;

/** The tables of bookings and their quarter hours, within one transaction. */
record BookingRows(Handle handle, CentreId centre, TicketRows tickets) {

  /** How many were ever stored, all centres together; 0 if none was. */
  static long lastNumber(Handle handle) {
    return handle
        .createQuery("SELECT coalesce(max(rowid), 0) FROM booking")
        .mapTo(Long.class)
        .one();
  }

  Optional<Booking> find(BookingId id) {
    return handle
        .createQuery("SELECT * FROM booking WHERE centre = :centre AND id = :id")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .map((row, _) -> booking(row))
        .findOne();
  }

  Optional<Booking> answered(StationId asker, UUID request) {
    return handle
        .createQuery(
            """
            SELECT * FROM booking
            WHERE centre = :centre AND asker = :asker AND request = :request
            """)
        .bind("centre", centre.toString())
        .bind("asker", asker.toString())
        .bind("request", request.toString())
        .map((row, _) -> booking(row))
        .findOne();
  }

  List<Booking> openWith(PublicTicket ticket, Instant endAfter) {
    return handle
        .createQuery(
            """
            SELECT * FROM booking
            WHERE centre = :centre AND pictogram = :pictogram AND colour = :colour
              AND state IN ('WAITING', 'HELD', 'BEGUN')
              AND (state = 'WAITING' OR ends_at > :after)
            ORDER BY starts_at, id
            """)
        .bind("centre", centre.toString())
        .bind("pictogram", ticket.pictogram().name())
        .bind("colour", ticket.colour().name())
        .bind("after", endAfter.getEpochSecond())
        .map((row, _) -> booking(row))
        .list();
  }

  List<Booking> calledOffWith(PublicTicket ticket, Instant endAfter) {
    return handle
        .createQuery(
            """
            SELECT * FROM booking
            WHERE centre = :centre AND ends_at > :after AND state = 'CALLED_OFF'
              AND pictogram = :pictogram AND colour = :colour
            """)
        .bind("centre", centre.toString())
        .bind("pictogram", ticket.pictogram().name())
        .bind("colour", ticket.colour().name())
        .bind("after", endAfter.getEpochSecond())
        .map((row, _) -> booking(row))
        .list();
  }

  List<Booking> touching(Instant from, Instant to) {
    return handle
        .createQuery(
            """
            SELECT * FROM booking
            WHERE centre = :centre AND ends_at > :from AND starts_at < :to AND state <> 'WAITING'
            ORDER BY starts_at, id
            """)
        .bind("centre", centre.toString())
        .bind("from", from.getEpochSecond())
        .bind("to", to.plusNanos(999_999_999).getEpochSecond())
        .map((row, _) -> booking(row))
        .list();
  }

  List<Booking> waiting() {
    return handle
        .createQuery(
            """
            SELECT * FROM booking WHERE centre = :centre AND state = 'WAITING'
            ORDER BY queued_at, rowid
            """)
        .bind("centre", centre.toString())
        .map((row, _) -> booking(row))
        .list();
  }

  /** Tells of everything that is taken from this quarter hour on. */
  void takenFrom(QuarterHour first, Occupancy<StationId> occupancy) {
    handle
        .createQuery(
            """
            SELECT station, quarter_hour FROM booking_cell
            WHERE centre = :centre AND quarter_hour >= :first
            """)
        .bind("centre", centre.toString())
        .bind("first", first.number())
        .map((row, _) -> new Cell(StationId.of(row.getString(1)), new QuarterHour(row.getLong(2))))
        .forEach(
            cell ->
                occupancy.take(
                    cell.station(), cell.quarter().start(), cell.quarter().next().start()));
  }

  private record Cell(StationId station, QuarterHour quarter) {}

  /**
   * Stores it with all the quarter hours that it holds, as the answer to this wish.
   *
   * @throws IllegalStateException if one of them is another's, and the transaction must not stand
   */
  void insert(Booking booking, Wish wish) {
    insertRow(booking, wish);
    if (booking.holdsTime()
        && !addCells(booking.id(), booking.station(), booking.startsAt(), booking.endsAt())) {
      throw new IllegalStateException("a quarter hour of " + booking.id() + " is taken");
    }
  }

  /** With all that hangs on it. */
  void remove(BookingId id) {
    tickets.giveBack(id);
    handle
        .createUpdate("DELETE FROM booking WHERE centre = :centre AND id = :id")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .execute();
  }

  /** Makes this stretch the booking's own, or changes nothing and says false. */
  boolean moveCells(Booking booking, StationId station, Instant startsAt, Instant endsAt) {
    freeCells(booking.id());
    if (!addCells(booking.id(), station, startsAt, endsAt)) {
      freeCells(booking.id());
      if (booking.holdsTime()
          && !addCells(booking.id(), booking.station(), booking.startsAt(), booking.endsAt())) {
        throw new IllegalStateException("quarter hours of booking " + booking.id() + " are lost");
      }
      return false;
    }
    handle
        .createUpdate(
            """
            UPDATE booking SET station = :station, starts_at = :starts, ends_at = :ends
            WHERE centre = :centre AND id = :id
            """)
        .bind("centre", centre.toString())
        .bind("id", booking.id().toString())
        .bind("station", station.toString())
        .bind("starts", startsAt.getEpochSecond())
        .bind("ends", endsAt.getEpochSecond())
        .execute();
    // The visit is where it was, give or take; another's ticket nearby may only stand a bit closer.
    tickets.claimWhatIsFree(find(booking.id()).orElseThrow());
    return true;
  }

  /** The booking with its own ticket, or with the first of these that is no other's then. */
  Optional<Booking> withTicketFrom(BookingId id, List<PublicTicket> others) {
    Booking moved = find(id).orElseThrow();
    if (tickets.claimAgain(moved)) {
      return Optional.of(moved);
    }
    PublicTicket ticket =
        tickets.firstFree(others, moved.startsAt(), moved.endsAt()).orElse(moved.ticket());
    handle
        .createUpdate(
            """
            UPDATE booking SET pictogram = :pictogram, colour = :colour
            WHERE centre = :centre AND id = :id
            """)
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .bind("pictogram", ticket.pictogram().name())
        .bind("colour", ticket.colour().name())
        .execute();
    Booking renamed = find(id).orElseThrow();
    tickets.claimWhatIsFree(renamed);
    return Optional.of(renamed);
  }

  void freeCells(BookingId id) {
    handle
        .createUpdate("DELETE FROM booking_cell WHERE centre = :centre AND booking = :id")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .execute();
  }

  /** When it was asked for and how long it will last are as they were before it was called. */
  void backToTheQueue(BookingId id) {
    handle
        .createUpdate(
            """
            UPDATE booking SET starts_at = queued_at, ends_at = queued_at + queued_for
            WHERE centre = :centre AND id = :id AND queued_at IS NOT NULL
            """)
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .execute();
  }

  void rememberNeeds(BookingId id, Set<StationTrait> needs) {
    handle
        .createUpdate("UPDATE booking SET needs = :needs WHERE centre = :centre AND id = :id")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .bind("needs", text(needs))
        .execute();
  }

  Optional<Booking> withState(BookingId id, Booking.State state) {
    return handle
        .createQuery(
            "UPDATE booking SET state = :state WHERE centre = :centre AND id = :id RETURNING *")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .bind("state", state.name())
        .map((row, _) -> booking(row))
        .findOne();
  }

  /** It is over: it holds no time, and what it needed is forgotten. */
  Optional<Booking> over(BookingId id, Booking.State as) {
    freeCells(id);
    return handle
        .createQuery(
            """
            UPDATE booking SET state = :state, needs = '' WHERE centre = :centre AND id = :id
            RETURNING *
            """)
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .bind("state", as.name())
        .map((row, _) -> booking(row))
        .findOne();
  }

  boolean replaceDigits(BookingId id, SealedDigits digits) {
    return handle
            .createUpdate(
                """
                UPDATE booking SET digits_salt = :salt, digits_seal = :seal
                WHERE centre = :centre AND id = :id AND state IN ('WAITING', 'HELD', 'BEGUN')
                """)
            .bind("centre", centre.toString())
            .bind("id", id.toString())
            .bind("salt", digits.salt())
            .bind("seal", digits.seal())
            .execute()
        == 1;
  }

  int purge(Instant endedBefore) {
    return handle
        .createUpdate("DELETE FROM booking WHERE centre = :centre AND ends_at < :before")
        .bind("centre", centre.toString())
        .bind("before", endedBefore.getEpochSecond())
        .execute();
  }

  private static Booking booking(ResultSet row) throws SQLException {
    return new Booking(
        BookingId.of(row.getString("id")),
        Booking.Kind.valueOf(row.getString("kind")),
        Booking.State.valueOf(row.getString("state")),
        StationId.of(row.getString("station")),
        Instant.ofEpochSecond(row.getLong("starts_at")),
        Instant.ofEpochSecond(row.getLong("ends_at")),
        ticket(row),
        new SealedDigits(row.getString("digits_salt"), row.getString("digits_seal")),
        needs(row.getString("needs")));
  }

  static PublicTicket ticket(ResultSet row) throws SQLException {
    return new PublicTicket(
        Pictogram.valueOf(row.getString("pictogram")),
        TicketColour.valueOf(row.getString("colour")));
  }

  private static Set<StationTrait> needs(String text) {
    return Arrays.stream(text.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(StationTrait::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String text(Set<StationTrait> needs) {
    return needs.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  private void insertRow(Booking booking, Wish wish) {
    boolean waits = booking.state() == Booking.State.WAITING;
    handle
        .createUpdate(
            """
            INSERT INTO booking VALUES (:centre, :id, :kind, :state, :station, :starts, :ends,
              :pictogram, :colour, :salt, :seal, :needs, :queued_at, :queued_for, :asker, :request)
            """)
        .bind("centre", centre.toString())
        .bind("id", booking.id().toString())
        .bind("kind", booking.kind().name())
        .bind("state", booking.state().name())
        .bind("station", booking.station().toString())
        .bind("starts", booking.startsAt().getEpochSecond())
        .bind("ends", booking.endsAt().getEpochSecond())
        .bind("pictogram", booking.ticket().pictogram().name())
        .bind("colour", booking.ticket().colour().name())
        .bind("salt", booking.digits().salt())
        .bind("seal", booking.digits().seal())
        .bind("needs", text(booking.needs()))
        .bind("queued_at", waits ? booking.startsAt().getEpochSecond() : null)
        .bind("queued_for", waits ? booking.length().toSeconds() : null)
        .bind("asker", wish.asker().toString())
        .bind("request", wish.request().toString())
        .execute();
  }

  /** The key of the table decides; false if any of these quarter hours is another's. */
  private boolean addCells(BookingId id, StationId station, Instant from, Instant to) {
    long first = QuarterHour.at(from).number();
    long last = QuarterHour.at(to.minusNanos(1)).number();
    int added =
        handle
            .createUpdate(
                """
                WITH RECURSIVE quarter(number) AS (
                  SELECT :first UNION ALL SELECT number + 1 FROM quarter WHERE number < :last)
                INSERT OR IGNORE INTO booking_cell
                SELECT :centre, :station, number, :booking FROM quarter
                """)
            .bind("first", first)
            .bind("last", last)
            .bind("centre", centre.toString())
            .bind("station", station.toString())
            .bind("booking", id.toString())
            .execute();
    return added == last - first + 1;
  }
}
