package org.escale.server.platform.database;

import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The centre whose rows these are; leads every table. */
public record CentreId(UUID value) {

  /** The centre of this database, made at its first start. */
  public static CentreId of(Database database, InstantSource clock) {
    return database.write(handle -> readOrCreate(handle, clock));
  }

  private static CentreId readOrCreate(Handle handle, InstantSource clock) {
    return handle
        .createQuery("SELECT centre_id FROM centre")
        .mapTo(String.class)
        .findOne()
        .map(text -> new CentreId(UUID.fromString(text)))
        .orElseGet(() -> create(handle, clock));
  }

  private static CentreId create(Handle handle, InstantSource clock) {
    CentreId centre = new CentreId(UUID.randomUUID());
    handle.execute(
        "INSERT INTO centre (centre_id, created_at_ms) VALUES (?, ?)",
        centre.toString(),
        clock.millis());
    return centre;
  }

  /** As it stands in the database. */
  @Override
  public String toString() {
    return value.toString();
  }
}
