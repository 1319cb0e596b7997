package org.escale.server.booking.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.escale.protocol.StationId;
import org.escale.server.platform.database.CentreId;
import org.jdbi.v3.core.Handle;

/** The table of digits tried at stations, within one transaction. */
record TryRows(Handle handle, CentreId centre) {

  void forgetBefore(Instant moment) {
    handle
        .createUpdate("DELETE FROM ticket_try WHERE centre = :centre AND tried_at <= :moment")
        .bind("centre", centre.toString())
        .bind("moment", moment.getEpochSecond())
        .execute();
  }

  int inRoom() {
    return handle
        .createQuery("SELECT count(*) FROM ticket_try WHERE centre = :centre")
        .bind("centre", centre.toString())
        .mapTo(Integer.class)
        .one();
  }

  int at(StationId station) {
    return handle
        .createQuery(
            "SELECT count(*) FROM ticket_try WHERE centre = :centre AND station = :station")
        .bind("centre", centre.toString())
        .bind("station", station.toString())
        .mapTo(Integer.class)
        .one();
  }

  UUID add(StationId station, Instant now) {
    UUID attempt = UUID.randomUUID();
    handle
        .createUpdate("INSERT INTO ticket_try VALUES (:centre, :id, :station, :now)")
        .bind("centre", centre.toString())
        .bind("id", attempt.toString())
        .bind("station", station.toString())
        .bind("now", now.getEpochSecond())
        .execute();
    return attempt;
  }

  int remove(UUID attempt) {
    return handle
        .createUpdate("DELETE FROM ticket_try WHERE centre = :centre AND id = :id")
        .bind("centre", centre.toString())
        .bind("id", attempt.toString())
        .execute();
  }
}
