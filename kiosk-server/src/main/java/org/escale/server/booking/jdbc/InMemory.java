package org.escale.server.booking.jdbc;

import java.time.Instant;
import org.escale.server.booking.Occupancy;
import org.escale.server.platform.database.Database;

/** What is taken, changed together with its rows, and changed back if they are not stored. */
record InMemory<K>(Occupancy<K> occupancy, Database database) {

  boolean isFree(K whose, Instant from, Instant to) {
    return occupancy.isFree(whose, from, to);
  }

  void take(K whose, Instant from, Instant to) {
    occupancy.take(whose, from, to);
    database.ifNotStored(() -> occupancy.free(whose, from, to));
  }

  void free(K whose, Instant from, Instant to) {
    occupancy.free(whose, from, to);
    database.ifNotStored(() -> occupancy.take(whose, from, to));
  }
}
