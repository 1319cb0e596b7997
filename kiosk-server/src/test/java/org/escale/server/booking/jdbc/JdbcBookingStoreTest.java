package org.escale.server.booking.jdbc;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.BookingStoreContract;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JdbcBookingStoreTest extends BookingStoreContract {

  private Database database;
  private BookingStore store;

  @BeforeEach
  void open(@TempDir Path dir) throws CannotStartException {
    database = Database.open(dir.resolve("escale.db"));
    store =
        new JdbcBookingStore(
            database,
            CentreId.of(database, InstantSource.system()),
            Instant.parse("2026-11-02T00:00:00Z"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected BookingStore store() {
    return store;
  }
}
