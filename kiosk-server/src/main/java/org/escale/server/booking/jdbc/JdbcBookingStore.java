package org.escale.server.booking.jdbc;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketProof;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.QuarterHour;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.jdbi.v3.core.Handle;

/** Bookings of one centre in its database. */
public final class JdbcBookingStore implements BookingStore {

  private final Database database;
  private final CentreId centre;

  public JdbcBookingStore(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre;
  }

  @Override
  public Taking take(Wish wish, Instant now) {
    return database.write(
        handle -> {
          BookingRows rows = new BookingRows(handle, centre);
          Optional<Booking> before = rows.answered(wish.asker(), wish.request());
          if (before.isPresent()) {
            return new Taking.Repeated(before.get());
          }
          Optional<PublicTicket> ticket =
              new TicketRows(handle, centre)
                  .firstFree(wish.tickets(), wish.startsAt(), wish.endsAt());
          if (ticket.isEmpty()) {
            return new Taking.NoTicketLeft();
          }
          return takeFirstFree(rows, wish, ticket.get());
        });
  }

  private static Taking takeFirstFree(BookingRows rows, Wish wish, PublicTicket ticket) {
    for (StationId station : wish.candidates()) {
      Booking booking =
          new Booking(
              BookingId.random(),
              wish.kind(),
              switch (wish.kind()) {
                case BOOKED -> Booking.State.HELD;
                case WALK_IN -> Booking.State.BEGUN;
              },
              station,
              wish.startsAt(),
              wish.endsAt(),
              ticket,
              wish.proof());
      if (rows.insertWithCells(booking)) {
        rows.rememberAnswer(wish.asker(), wish.request(), booking.id());
        return new Taking.Taken(booking);
      }
    }
    return new Taking.NoneFree();
  }

  @Override
  public Optional<Booking> begin(BookingId id, Instant startsAt, Instant endsAt) {
    return database.write(
        handle -> {
          BookingRows rows = new BookingRows(handle, centre);
          Optional<Booking> found = rows.find(id).filter(Booking::isOpen);
          if (found.isEmpty() || found.get().state() == Booking.State.BEGUN) {
            return found;
          }
          if (!rows.moveCells(found.get(), startsAt, endsAt)) {
            return Optional.empty();
          }
          rows.setState(id, Booking.State.BEGUN);
          return rows.find(id);
        });
  }

  @Override
  public void beginAgain(BookingId id) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE booking SET state = 'HELD'
                    WHERE centre = :centre AND id = :id AND state = 'BEGUN'
                    """)
                .bind("centre", centre.toString())
                .bind("id", id.toString())
                .execute());
  }

  @Override
  public boolean moveEnd(BookingId id, Instant endsAt) {
    return database.write(
        handle -> {
          BookingRows rows = new BookingRows(handle, centre);
          return rows.find(id)
              .filter(booking -> booking.state() == Booking.State.BEGUN)
              .map(booking -> rows.moveCells(booking, booking.startsAt(), endsAt))
              .orElse(false);
        });
  }

  @Override
  public Optional<Booking> close(BookingId id, Booking.State as) {
    return database.write(
        handle -> {
          BookingRows rows = new BookingRows(handle, centre);
          if (rows.find(id).filter(Booking::isOpen).isEmpty()) {
            return Optional.empty();
          }
          rows.setState(id, as);
          rows.freeCells(id);
          return rows.find(id);
        });
  }

  @Override
  public boolean replaceProof(BookingId id, TicketProof proof) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE booking SET proof_salt = :salt, proof_hash = :hash
                        WHERE centre = :centre AND id = :id AND state IN ('HELD', 'BEGUN')
                        """)
                    .bind("centre", centre.toString())
                    .bind("id", id.toString())
                    .bind("salt", proof.salt())
                    .bind("hash", proof.hash())
                    .execute()
                == 1);
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return database.read(handle -> new BookingRows(handle, centre).find(id));
  }

  @Override
  public Optional<Booking> answered(StationId asker, UUID request) {
    return database.read(handle -> new BookingRows(handle, centre).answered(asker, request));
  }

  @Override
  public List<Booking> touching(Instant from, Instant to) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM booking
                    WHERE centre = :centre AND ends_at > :from AND starts_at < :to
                    ORDER BY starts_at, id
                    """)
                .bind("centre", centre.toString())
                .bind("from", from.getEpochSecond())
                .bind("to", to.plusNanos(999_999_999).getEpochSecond())
                .map((row, _) -> BookingRows.booking(row))
                .list());
  }

  @Override
  public Map<StationId, Set<QuarterHour>> taken(Instant from, Instant to) {
    return database.read(handle -> taken(handle, from, to));
  }

  private Map<StationId, Set<QuarterHour>> taken(Handle handle, Instant from, Instant to) {
    Map<StationId, Set<QuarterHour>> taken = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT station, quarter_hour FROM booking_cell
            WHERE centre = :centre AND quarter_hour BETWEEN :first AND :last
            """)
        .bind("centre", centre.toString())
        .bind("first", QuarterHour.at(from).number())
        .bind("last", QuarterHour.at(to.minusNanos(1)).number())
        .map((row, _) -> new Cell(StationId.of(row.getString(1)), new QuarterHour(row.getLong(2))))
        .forEach(
            cell ->
                taken.computeIfAbsent(cell.station(), _ -> new HashSet<>()).add(cell.quarter()));
    return taken;
  }

  private record Cell(StationId station, QuarterHour quarter) {}

  @Override
  public int purge(Instant endedBefore) {
    return database.write(
        handle ->
            handle
                .createUpdate("DELETE FROM booking WHERE centre = :centre AND ends_at < :before")
                .bind("centre", centre.toString())
                .bind("before", endedBefore.getEpochSecond())
                .execute());
  }

  @Override
  public Optional<UUID> noteTry(StationId station, Instant now, TryLimits limits) {
    return database.write(
        handle -> {
          TryRows tries = new TryRows(handle, centre);
          tries.forgetBefore(now.minus(limits.within()));
          return tries.inRoom() >= limits.perRoom() || tries.at(station) >= limits.perStation()
              ? Optional.empty()
              : Optional.of(tries.add(station, now));
        });
  }

  @Override
  public void forgetTry(UUID attempt) {
    database.write(handle -> new TryRows(handle, centre).remove(attempt));
  }
}
