package org.escale.server.workshops.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.workshops.Level;
import org.escale.server.workshops.Theme;
import org.escale.server.workshops.Workshop;
import org.escale.server.workshops.WorkshopDateId;
import org.escale.server.workshops.WorkshopId;
import org.escale.server.workshops.WorkshopStore;
import org.jdbi.v3.core.Handle;

/** The workshops of one centre in its database. */
public final class JdbcWorkshops implements WorkshopStore {

  private final Database database;
  private final CentreId centre;

  public JdbcWorkshops(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre;
  }

  @Override
  public <T> T together(Supplier<T> work) {
    return database.write(_ -> work.get());
  }

  @Override
  public void keep(Workshop workshop) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO workshop VALUES (:centre, :id, :title, :level, :theme, :seats)
                    ON CONFLICT DO NOTHING
                    """)
                .bind("centre", centre.toString())
                .bind("id", workshop.id().toString())
                .bind("title", workshop.title())
                .bind("level", workshop.level().name())
                .bind("theme", workshop.theme().name())
                .bind("seats", workshop.seats())
                .execute());
  }

  @Override
  public void keep(WorkshopId workshop, Workshop.Date date) {
    database.write(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO workshop_date
                  VALUES (:centre, :id, :workshop, :starts, :ends, :state)
                  """)
              .bind("centre", centre.toString())
              .bind("id", date.id().toString())
              .bind("workshop", workshop.toString())
              .bind("starts", date.startsAt().getEpochSecond())
              .bind("ends", date.endsAt().getEpochSecond())
              .bind("state", date.state().name())
              .execute();
          date.seats().forEach(seat -> insert(handle, date.id(), seat));
          return true;
        });
  }

  private void insert(Handle handle, WorkshopDateId date, Workshop.Seat seat) {
    handle
        .createUpdate("INSERT INTO workshop_seat VALUES (:centre, :date, :station, :booking)")
        .bind("centre", centre.toString())
        .bind("date", date.toString())
        .bind("station", seat.station().toString())
        .bind("booking", seat.booking().toString())
        .execute();
  }

  @Override
  public List<Workshop> endingAfter(Instant moment) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM workshop WHERE centre = :centre AND id IN
                      (SELECT workshop FROM workshop_date
                       WHERE centre = :centre AND ends_at > :moment)
                    """)
                .bind("centre", centre.toString())
                .bind("moment", moment.getEpochSecond())
                .map((row, _) -> workshop(row))
                .list()
                .stream()
                .map(workshop -> workshop.withDates(dates(handle, workshop.id())))
                .sorted(Comparator.comparing(workshop -> nextEnd(workshop, moment)))
                .toList());
  }

  private static Instant nextEnd(Workshop workshop, Instant after) {
    return workshop.dates().stream()
        .map(Workshop.Date::endsAt)
        .filter(end -> end.isAfter(after))
        .findFirst()
        .orElse(Instant.MAX);
  }

  @Override
  public Optional<Workshop> find(WorkshopId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM workshop WHERE centre = :centre AND id = :id")
                .bind("centre", centre.toString())
                .bind("id", id.toString())
                .map((row, _) -> workshop(row))
                .findOne()
                .map(workshop -> workshop.withDates(dates(handle, id))));
  }

  @Override
  public Optional<Workshop.Date> withSeat(BookingId booking) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT workshop_date.* FROM workshop_seat
                    JOIN workshop_date ON workshop_date.centre = workshop_seat.centre
                                      AND workshop_date.id = workshop_seat.workshop_date
                    WHERE workshop_seat.centre = :centre AND workshop_seat.booking = :booking
                    """)
                .bind("centre", centre.toString())
                .bind("booking", booking.toString())
                .map((row, _) -> date(row, handle))
                .findOne());
  }

  @Override
  public boolean settle(WorkshopDateId id, Workshop.State state) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE workshop_date SET state = :state
                        WHERE centre = :centre AND id = :id AND state = 'PLANNED'
                        """)
                    .bind("centre", centre.toString())
                    .bind("id", id.toString())
                    .bind("state", state.name())
                    .execute()
                == 1);
  }

  @Override
  public int purge(Instant endedBefore) {
    return database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM workshop_seat WHERE centre = :centre AND workshop_date IN
                      (SELECT id FROM workshop_date WHERE centre = :centre AND ends_at < :before)
                    """)
                .bind("centre", centre.toString())
                .bind("before", endedBefore.getEpochSecond())
                .execute());
  }

  private List<Workshop.Date> dates(Handle handle, WorkshopId workshop) {
    return handle
        .createQuery(
            """
            SELECT * FROM workshop_date WHERE centre = :centre AND workshop = :workshop
            ORDER BY starts_at
            """)
        .bind("centre", centre.toString())
        .bind("workshop", workshop.toString())
        .map((row, _) -> date(row, handle))
        .list();
  }

  private Workshop.Date date(ResultSet row, Handle handle) throws SQLException {
    WorkshopDateId id = WorkshopDateId.of(row.getString("id"));
    return new Workshop.Date(
        id,
        Instant.ofEpochSecond(row.getLong("starts_at")),
        Instant.ofEpochSecond(row.getLong("ends_at")),
        Workshop.State.valueOf(row.getString("state")),
        seats(handle, id));
  }

  private List<Workshop.Seat> seats(Handle handle, WorkshopDateId date) {
    return handle
        .createQuery(
            """
            SELECT station, booking FROM workshop_seat
            WHERE centre = :centre AND workshop_date = :date ORDER BY rowid
            """)
        .bind("centre", centre.toString())
        .bind("date", date.toString())
        .map(
            (row, _) ->
                new Workshop.Seat(StationId.of(row.getString(1)), BookingId.of(row.getString(2))))
        .list();
  }

  private static Workshop workshop(ResultSet row) throws SQLException {
    return new Workshop(
        WorkshopId.of(row.getString("id")),
        row.getString("title"),
        Level.valueOf(row.getString("level")),
        Theme.valueOf(row.getString("theme")),
        row.getInt("seats"),
        List.of());
  }
}
