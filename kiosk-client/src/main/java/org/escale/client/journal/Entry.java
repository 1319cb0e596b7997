package org.escale.client.journal;

import java.util.List;
import java.util.Map;
import org.escale.client.station.Remembered;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Report;
import org.jspecify.annotations.Nullable;

/**
 * What one step of the station leaves in the journal, all of it or nothing.
 *
 * @param received the command that brought the step about, if one did
 * @param outcomes the commands that are answered by it
 * @param reports what the server must be told, in order
 * @param lastReceipt the newest receipt
 */
public record Entry(
    Remembered remembered,
    @Nullable CommandId received,
    Map<CommandId, CommandOutcome> outcomes,
    List<Report> reports,
    ReceiptHead lastReceipt) {

  public Entry {
    outcomes = Map.copyOf(outcomes);
    reports = List.copyOf(reports);
  }
}
