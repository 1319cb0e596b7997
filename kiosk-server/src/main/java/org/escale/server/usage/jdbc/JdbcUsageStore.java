package org.escale.server.usage.jdbc;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.usage.Counter;
import org.escale.server.usage.DayUsage;
import org.escale.server.usage.UsageStore;
import org.jdbi.v3.core.Handle;

/** The counts of one centre in its database. */
public final class JdbcUsageStore implements UsageStore {

  private final Database database;
  private final CentreId centre;

  public JdbcUsageStore(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre;
  }

  @Override
  public boolean add(Occurrence occurrence) {
    return database.write(
        handle -> {
          if (!isNew(handle, occurrence)) {
            return false;
          }
          occurrence
              .counts()
              .forEach((counter, amount) -> count(handle, occurrence.day(), counter, amount));
          occurrence.guides().forEach(guide -> countGuide(handle, occurrence.day(), guide));
          return true;
        });
  }

  private boolean isNew(Handle handle, Occurrence occurrence) {
    return handle
            .createUpdate(
                """
                INSERT INTO usage_occurrence VALUES (:centre, :id, :day) ON CONFLICT DO NOTHING
                """)
            .bind("centre", centre.toString())
            .bind("id", occurrence.id().toString())
            .bind("day", occurrence.day().toString())
            .execute()
        == 1;
  }

  private void count(Handle handle, LocalDate day, Counter counter, long amount) {
    handle
        .createUpdate(
            """
            INSERT INTO usage_count VALUES (:centre, :day, :counter, :amount)
            ON CONFLICT DO UPDATE SET amount = amount + :amount
            """)
        .bind("centre", centre.toString())
        .bind("day", day.toString())
        .bind("counter", counter.name())
        .bind("amount", amount)
        .execute();
  }

  private void countGuide(Handle handle, LocalDate day, String guide) {
    handle
        .createUpdate(
            """
            INSERT INTO usage_guide VALUES (:centre, :day, :guide, 1)
            ON CONFLICT DO UPDATE SET amount = amount + 1
            """)
        .bind("centre", centre.toString())
        .bind("day", day.toString())
        .bind("guide", guide)
        .execute();
  }

  @Override
  public List<DayUsage> between(LocalDate first, LocalDate last) {
    return database.read(
        handle -> {
          Map<LocalDate, Map<Counter, Long>> counts = new TreeMap<>();
          Map<LocalDate, Map<String, Long>> guides = new TreeMap<>();
          for (Amount row : amounts(handle, "usage_count", "counter", first, last)) {
            counts
                .computeIfAbsent(row.day(), _ -> new HashMap<>())
                .put(Counter.valueOf(row.name()), row.amount());
          }
          for (Amount row : amounts(handle, "usage_guide", "guide", first, last)) {
            guides.computeIfAbsent(row.day(), _ -> new HashMap<>()).put(row.name(), row.amount());
          }
          return counts.entrySet().stream()
              .map(day -> usage(day.getKey(), day.getValue(), guides))
              .toList();
        });
  }

  private static DayUsage usage(
      LocalDate day, Map<Counter, Long> counts, Map<LocalDate, Map<String, Long>> guides) {
    return new DayUsage(day, counts, guides.getOrDefault(day, Map.of()));
  }

  private record Amount(LocalDate day, String name, long amount) {}

  private List<Amount> amounts(
      Handle handle, String table, String name, LocalDate first, LocalDate last) {
    return handle
        .createQuery(
            """
            SELECT day, %s, amount FROM %s
            WHERE centre = :centre AND day BETWEEN :first AND :last
            """
                .formatted(name, table))
        .bind("centre", centre.toString())
        .bind("first", first.toString())
        .bind("last", last.toString())
        .map(
            (row, _) ->
                new Amount(LocalDate.parse(row.getString(1)), row.getString(2), row.getLong(3)))
        .list();
  }

  @Override
  public int forgetOccurrences(LocalDate before) {
    return database.write(
        handle ->
            handle
                .createUpdate("DELETE FROM usage_occurrence WHERE centre = :centre AND day < :day")
                .bind("centre", centre.toString())
                .bind("day", before.toString())
                .execute());
  }
}
