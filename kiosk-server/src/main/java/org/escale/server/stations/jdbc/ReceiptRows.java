package org.escale.server.stations.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.escale.protocol.Report;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.jdbi.v3.core.Handle;

/** The tables of wipe receipts, within one transaction. */
record ReceiptRows(Handle handle, String centre) {

  void insert(StationId station, Report.Wiped wiped, Instant now) {
    WipeReceipt receipt = wiped.receipt();
    SessionId session = receipt.session();
    handle.execute(
        """
        INSERT INTO wipe_receipt (centre_id, report_id, station_id, receipt_number, wipe_order_id,
                                  session_id, residue, program_version, finished_at_ms,
                                  previous_seal, received_at_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        centre,
        wiped.id().toString(),
        station.toString(),
        receipt.number(),
        receipt.order().toString(),
        session == null ? null : session.toString(),
        receipt.residue(),
        receipt.programVersion(),
        receipt.finishedAt().toEpochMilli(),
        receipt.previous(),
        now.toEpochMilli());
    insertItems(wiped);
    insertLeft(wiped);
    insertPhases(wiped);
  }

  /** In the order in which they arrived, the newest first. */
  List<WipeReceipt> newest(StationId station, int atMost) {
    return handle
        .createQuery(
            """
            SELECT * FROM wipe_receipt
            WHERE centre_id = :centre AND station_id = :station
            ORDER BY received_at_ms DESC, receipt_number DESC LIMIT :atMost\
            """)
        .bind("centre", centre)
        .bind("station", station.toString())
        .bind("atMost", atMost)
        .map((row, _) -> receipt(row))
        .list();
  }

  int purge(Instant before) {
    for (String part : List.of("wipe_receipt_item", "wipe_receipt_left", "wipe_receipt_phase")) {
      handle
          .createUpdate(
              """
              DELETE FROM <part> WHERE centre_id = :centre AND report_id IN (
                SELECT report_id FROM wipe_receipt
                WHERE centre_id = :centre AND received_at_ms < :before)\
              """)
          .define("part", part)
          .bind("centre", centre)
          .bind("before", before.toEpochMilli())
          .execute();
    }
    return handle.execute(
        "DELETE FROM wipe_receipt WHERE centre_id = ? AND received_at_ms < ?",
        centre,
        before.toEpochMilli());
  }

  private void insertItems(Report.Wiped wiped) {
    wiped
        .receipt()
        .checked()
        .forEach(
            (item, found) ->
                handle.execute(
                    """
                    INSERT INTO wipe_receipt_item (centre_id, report_id, item, found)
                    VALUES (?, ?, ?, ?)\
                    """,
                    centre,
                    wiped.id().toString(),
                    item.name(),
                    found));
  }

  private void insertLeft(Report.Wiped wiped) {
    wiped
        .receipt()
        .left()
        .forEach(
            (item, remaining) ->
                handle.execute(
                    """
                    INSERT INTO wipe_receipt_left (centre_id, report_id, item, remaining)
                    VALUES (?, ?, ?, ?)\
                    """,
                    centre,
                    wiped.id().toString(),
                    item.name(),
                    remaining));
  }

  private void insertPhases(Report.Wiped wiped) {
    wiped
        .receipt()
        .phases()
        .forEach(
            (phase, took) ->
                handle.execute(
                    """
                    INSERT INTO wipe_receipt_phase (centre_id, report_id, phase, took_ms)
                    VALUES (?, ?, ?, ?)\
                    """,
                    centre,
                    wiped.id().toString(),
                    phase.name(),
                    took.toMillis()));
  }

  private WipeReceipt receipt(ResultSet row) throws SQLException {
    String report = row.getString("report_id");
    String session = row.getString("session_id");
    return new WipeReceipt(
        WipeOrderId.of(row.getString("wipe_order_id")),
        session == null ? null : SessionId.of(session),
        row.getLong("receipt_number"),
        items(report),
        row.getInt("residue"),
        left(report),
        phases(report),
        row.getString("program_version"),
        Instant.ofEpochMilli(row.getLong("finished_at_ms")),
        row.getString("previous_seal"));
  }

  private Map<WipeItem, Integer> items(String report) {
    return counts(
        """
        SELECT item, found AS number FROM wipe_receipt_item
        WHERE centre_id = :centre AND report_id = :report\
        """,
        report);
  }

  private Map<WipeItem, Integer> left(String report) {
    return counts(
        """
        SELECT item, remaining AS number FROM wipe_receipt_left
        WHERE centre_id = :centre AND report_id = :report\
        """,
        report);
  }

  private Map<WipeItem, Integer> counts(String query, String report) {
    Map<WipeItem, Integer> counts = new EnumMap<>(WipeItem.class);
    handle
        .createQuery(query)
        .bind("centre", centre)
        .bind("report", report)
        .map((row, _) -> Map.entry(WipeItem.valueOf(row.getString("item")), row.getInt("number")))
        .forEach(each -> counts.put(each.getKey(), each.getValue()));
    return counts;
  }

  private Map<WipePhase, Duration> phases(String report) {
    Map<WipePhase, Duration> phases = new EnumMap<>(WipePhase.class);
    handle
        .createQuery(
            """
            SELECT phase, took_ms FROM wipe_receipt_phase
            WHERE centre_id = :centre AND report_id = :report\
            """)
        .bind("centre", centre)
        .bind("report", report)
        .map(
            (row, _) ->
                Map.entry(
                    WipePhase.valueOf(row.getString("phase")),
                    Duration.ofMillis(row.getLong("took_ms"))))
        .forEach(each -> phases.put(each.getKey(), each.getValue()));
    return phases;
  }
}
