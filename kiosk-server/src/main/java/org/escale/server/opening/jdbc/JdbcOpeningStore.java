package org.escale.server.opening.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningStore;
import org.escale.server.opening.SpecialDays;
import org.escale.server.opening.Timetable;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link OpeningStore} in the database. */
public final class JdbcOpeningStore implements OpeningStore {

  private final Database database;
  private final String centre;

  public JdbcOpeningStore(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre.toString();
  }

  @Override
  public Kept openWith(Kept first) {
    return database.write(
        handle -> {
          Optional<BookingPolicy> policy = policy(handle);
          if (policy.isPresent()) {
            return new Kept(timetable(handle), policy.get());
          }
          write(handle, first.timetable());
          write(handle, first.policy());
          return first;
        });
  }

  @Override
  public void keep(Timetable timetable) {
    database.<@Nullable Void>write(
        handle -> {
          write(handle, timetable);
          return null;
        });
  }

  @Override
  public void keep(BookingPolicy policy) {
    database.<@Nullable Void>write(
        handle -> {
          write(handle, policy);
          return null;
        });
  }

  private void write(Handle handle, Timetable timetable) {
    handle.execute("DELETE FROM opening_week WHERE centre = ?", centre);
    handle.execute("DELETE FROM special_days WHERE centre = ?", centre);
    timetable
        .week()
        .forEach(
            (day, hours) ->
                hours.forEach(
                    part ->
                        handle.execute(
                            "INSERT INTO opening_week VALUES (?, ?, ?, ?)",
                            centre,
                            day.name(),
                            part.fromMinute(),
                            part.untilMinute())));
    timetable.specialDays().forEach(days -> write(handle, days));
  }

  private void write(Handle handle, SpecialDays days) {
    handle.execute(
        "INSERT INTO special_days VALUES (?, ?, ?, ?)",
        centre,
        days.first().toString(),
        days.last().toString(),
        days.label());
    days.hours()
        .forEach(
            part ->
                handle.execute(
                    "INSERT INTO special_hours VALUES (?, ?, ?, ?, ?)",
                    centre,
                    days.first().toString(),
                    days.last().toString(),
                    part.fromMinute(),
                    part.untilMinute()));
  }

  private void write(Handle handle, BookingPolicy policy) {
    handle.execute(
        "INSERT OR REPLACE INTO booking_policy VALUES (?, ?, ?, ?, ?, ?, ?)",
        centre,
        policy.slotLength().toMinutes(),
        policy.step().toMinutes(),
        policy.daysAhead(),
        policy.waitedFor().toMinutes(),
        policy.heldForQueue().toMinutes(),
        policy.extension().toMinutes());
  }

  private Optional<BookingPolicy> policy(Handle handle) {
    return handle
        .createQuery("SELECT * FROM booking_policy WHERE centre = :centre")
        .bind("centre", centre)
        .map((row, _) -> policy(row))
        .findOne();
  }

  private static BookingPolicy policy(ResultSet row) throws SQLException {
    return new BookingPolicy(
        Duration.ofMinutes(row.getLong("slot_minutes")),
        Duration.ofMinutes(row.getLong("step_minutes")),
        row.getInt("days_ahead"),
        Duration.ofMinutes(row.getLong("waited_for_minutes")),
        Duration.ofMinutes(row.getLong("held_for_queue_minutes")),
        Duration.ofMinutes(row.getLong("extension_minutes")));
  }

  private Timetable timetable(Handle handle) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    handle
        .createQuery("SELECT * FROM opening_week WHERE centre = :centre")
        .bind("centre", centre)
        .map((row, _) -> Map.entry(DayOfWeek.valueOf(row.getString("day")), hours(row)))
        .forEach(
            part ->
                week.computeIfAbsent(part.getKey(), _ -> new ArrayList<>()).add(part.getValue()));
    return new Timetable(week, specialDays(handle));
  }

  private List<SpecialDays> specialDays(Handle handle) {
    return handle
        .createQuery("SELECT * FROM special_days WHERE centre = :centre")
        .bind("centre", centre)
        .map(
            (row, _) -> {
              LocalDate first = LocalDate.parse(row.getString("first_day"));
              LocalDate last = LocalDate.parse(row.getString("last_day"));
              return new SpecialDays(
                  first, last, specialHours(handle, first, last), row.getString("label"));
            })
        .list();
  }

  private List<Hours> specialHours(Handle handle, LocalDate first, LocalDate last) {
    return handle
        .createQuery(
            """
            SELECT * FROM special_hours
            WHERE centre = :centre AND first_day = :first AND last_day = :last
            """)
        .bind("centre", centre)
        .bind("first", first.toString())
        .bind("last", last.toString())
        .map((row, _) -> hours(row))
        .list();
  }

  private static Hours hours(ResultSet row) throws SQLException {
    return new Hours(row.getInt("from_minute"), row.getInt("until_minute"));
  }
}
