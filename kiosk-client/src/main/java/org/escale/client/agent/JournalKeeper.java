package org.escale.client.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.client.journal.Entry;
import org.escale.client.journal.Journal;
import org.escale.client.journal.JournalException;
import org.escale.client.journal.ReceiptHead;
import org.escale.client.station.BootTime;
import org.escale.client.station.Remembered;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.Transition;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each step of the station down before anything is done about it. For the loop's thread. */
final class JournalKeeper {

  private static final Logger log = LoggerFactory.getLogger(JournalKeeper.class);

  private final Journal journal;
  private Remembered written;
  private ReceiptHead lastReceipt;

  JournalKeeper(Journal journal) throws JournalException {
    this.journal = journal;
    this.written = journal.remembered();
    this.lastReceipt = journal.lastReceipt();
  }

  Remembered remembered() {
    return written;
  }

  ReceiptHead lastReceipt() {
    return lastReceipt;
  }

  /**
   * Writes down what a power cut must not take from this step, if there is anything.
   *
   * @param reports what the step tells, ready to be sent
   * @return false if it could not be written
   */
  boolean keep(Transition step, @Nullable CommandId received, List<Report> reports, BootTime now) {
    Remembered remembered = Remembered.of(step.station(), now);
    if (received == null && reports.isEmpty() && remembered.equals(written)) {
      return true;
    }
    ReceiptHead receipt = receiptOf(step);
    try {
      journal.write(new Entry(remembered, received, outcomes(step), reports, receipt));
    } catch (JournalException e) {
      log.error("a step of the station could not be written down", e);
      return false;
    } finally {
      lastReceipt = receipt;
    }
    written = remembered;
    return true;
  }

  /** What waits for the server; empty if that cannot be read. */
  List<Report> outbox() {
    try {
      return journal.outbox();
    } catch (JournalException e) {
      log.error("the outbox cannot be read", e);
      return List.of();
    }
  }

  void forget(ReportId acknowledged) {
    try {
      journal.forget(acknowledged);
    } catch (JournalException e) {
      log.error("an acknowledged report could not be forgotten; it will be sent again", e);
    }
  }

  boolean knows(CommandId command) {
    try {
      return journal.knows(command);
    } catch (JournalException e) {
      log.error("commands cannot be looked up", e);
      return false;
    }
  }

  Optional<CommandOutcome> outcomeOf(CommandId command) {
    try {
      return journal.outcomeOf(command);
    } catch (JournalException e) {
      log.error("commands cannot be looked up", e);
      return Optional.empty();
    }
  }

  List<CommandId> unanswered() {
    try {
      return journal.unanswered();
    } catch (JournalException e) {
      log.error("commands cannot be looked up", e);
      return List.of();
    }
  }

  private ReceiptHead receiptOf(Transition step) {
    ReceiptHead newest = lastReceipt;
    for (var effect : step.effects()) {
      if (effect instanceof Tell.Wiped(var receipt) && receipt.number() > newest.number()) {
        newest = ReceiptHead.of(receipt);
      }
    }
    return newest;
  }

  private static Map<CommandId, CommandOutcome> outcomes(Transition step) {
    Map<CommandId, CommandOutcome> outcomes = new LinkedHashMap<>();
    for (var effect : step.effects()) {
      if (effect instanceof Tell.Answer(CommandId command, CommandOutcome outcome)) {
        outcomes.put(command, outcome);
      }
    }
    return outcomes;
  }
}
