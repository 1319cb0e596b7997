package org.escale.server.booking.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketProof;
import org.escale.server.booking.Booking;
import org.escale.server.booking.QuarterHour;
import org.escale.server.platform.database.CentreId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of bookings and their quarter hours, within one transaction. */
record BookingRows(Handle handle, CentreId centre) {

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
            SELECT booking.* FROM booking_request
            JOIN booking ON booking.centre = booking_request.centre
                        AND booking.id = booking_request.booking
            WHERE booking_request.centre = :centre
              AND booking_request.station = :station AND booking_request.request = :request
            """)
        .bind("centre", centre.toString())
        .bind("station", asker.toString())
        .bind("request", request.toString())
        .map((row, _) -> booking(row))
        .findOne();
  }

  void rememberAnswer(StationId asker, UUID request, BookingId booking) {
    handle
        .createUpdate("INSERT INTO booking_request VALUES (:centre, :station, :request, :booking)")
        .bind("centre", centre.toString())
        .bind("station", asker.toString())
        .bind("request", request.toString())
        .bind("booking", booking.toString())
        .execute();
  }

  /** Stores it with all its quarter hours, or leaves no trace and says false. */
  boolean insertWithCells(Booking booking) {
    insert(booking);
    if (!addCells(booking.id(), booking.station(), booking.startsAt(), booking.endsAt())) {
      handle
          .createUpdate("DELETE FROM booking WHERE centre = :centre AND id = :id")
          .bind("centre", centre.toString())
          .bind("id", booking.id().toString())
          .execute();
      return false;
    }
    claimTicket(booking, "INSERT INTO");
    return true;
  }

  /** Makes this stretch the booking's own, or changes nothing and says false. */
  boolean moveCells(Booking booking, Instant startsAt, Instant endsAt) {
    freeCells(booking.id());
    if (!addCells(booking.id(), booking.station(), startsAt, endsAt)) {
      freeCells(booking.id());
      if (!addCells(booking.id(), booking.station(), booking.startsAt(), booking.endsAt())) {
        throw new IllegalStateException("quarter hours of booking " + booking.id() + " are lost");
      }
      return false;
    }
    handle
        .createUpdate(
            """
            UPDATE booking SET starts_at = :starts, ends_at = :ends
            WHERE centre = :centre AND id = :id
            """)
        .bind("centre", centre.toString())
        .bind("id", booking.id().toString())
        .bind("starts", startsAt.getEpochSecond())
        .bind("ends", endsAt.getEpochSecond())
        .execute();
    // The visit is where it was, give or take; another's ticket nearby may only stand a bit closer.
    claimTicket(find(booking.id()).orElseThrow(), "INSERT OR IGNORE INTO");
    return true;
  }

  void freeCells(BookingId id) {
    handle
        .createUpdate("DELETE FROM booking_cell WHERE centre = :centre AND booking = :id")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .execute();
  }

  void setState(BookingId id, Booking.State state) {
    handle
        .createUpdate("UPDATE booking SET state = :state WHERE centre = :centre AND id = :id")
        .bind("centre", centre.toString())
        .bind("id", id.toString())
        .bind("state", state.name())
        .execute();
  }

  static Booking booking(ResultSet row) throws SQLException {
    return new Booking(
        BookingId.of(row.getString("id")),
        Booking.Kind.valueOf(row.getString("kind")),
        Booking.State.valueOf(row.getString("state")),
        StationId.of(row.getString("station")),
        Instant.ofEpochSecond(row.getLong("starts_at")),
        Instant.ofEpochSecond(row.getLong("ends_at")),
        new PublicTicket(
            Pictogram.valueOf(row.getString("pictogram")),
            TicketColour.valueOf(row.getString("colour"))),
        new TicketProof(row.getString("proof_salt"), row.getString("proof_hash")));
  }

  private void insert(Booking booking) {
    handle
        .createUpdate(
            """
            INSERT INTO booking VALUES (:centre, :id, :kind, :state, :station,
              :starts, :ends, :pictogram, :colour, :salt, :hash)
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
        .bind("salt", booking.proof().salt())
        .bind("hash", booking.proof().hash())
        .execute();
  }

  /** The key of the table decides; false if any of these quarter hours is another's. */
  private boolean addCells(BookingId id, StationId station, Instant from, Instant to) {
    List<QuarterHour> quarters = QuarterHour.touchedBy(from, to);
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT OR IGNORE INTO booking_cell VALUES (:centre, :station, :quarter, :booking)");
    for (QuarterHour quarter : quarters) {
      batch
          .bind("centre", centre.toString())
          .bind("station", station.toString())
          .bind("quarter", quarter.number())
          .bind("booking", id.toString())
          .add();
    }
    int added = 0;
    for (int one : batch.execute()) {
      added += one;
    }
    return added == quarters.size();
  }

  private void claimTicket(Booking booking, String insert) {
    PreparedBatch batch =
        handle.prepareBatch(
            insert + " ticket_cell VALUES (:centre, :pictogram, :colour, :quarter, :booking)");
    for (QuarterHour quarter :
        QuarterHour.touchedBy(booking.startsAt(), booking.endsAt().plus(TicketRows.APART))) {
      batch
          .bind("centre", centre.toString())
          .bind("pictogram", booking.ticket().pictogram().name())
          .bind("colour", booking.ticket().colour().name())
          .bind("quarter", quarter.number())
          .bind("booking", booking.id().toString())
          .add();
    }
    batch.execute();
  }
}
