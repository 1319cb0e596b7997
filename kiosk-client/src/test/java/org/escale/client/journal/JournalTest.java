package org.escale.client.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.client.station.Remembered;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeOrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final ReceiptHead HEAD = new ReceiptHead(4, "seal of the fourth");

  private static final Remembered VISIT =
      new Remembered(
          new Remembered.CutShort(
              SessionId.random(),
              WipeOrderId.random(),
              Instant.parse("2026-11-22T09:00:00Z"),
              Duration.ofMinutes(3),
              Set.of("caf-ressources")),
          new Remembered.Owed(WipeOrderId.random(), null),
          true);

  @TempDir Path dir;

  @Test
  void knowsAfterwardsWhatWasWritten() throws Exception {
    CommandId command = CommandId.random();
    CommandId unanswered = CommandId.random();
    List<Report> reports = List.of(report(), report(), report());
    try (Journal journal = open()) {
      journal.write(new Entry(VISIT, command, Map.of(command, CommandOutcome.DONE), reports, HEAD));
      journal.write(new Entry(VISIT, unanswered, Map.of(), List.of(), HEAD));
    }

    try (Journal journal = open()) {
      assertThat(journal.remembered()).isEqualTo(VISIT);
      assertThat(journal.lastReceipt()).isEqualTo(HEAD);
      assertThat(journal.outbox()).isEqualTo(reports);
      assertThat(journal.outcomeOf(command)).contains(CommandOutcome.DONE);
      assertThat(journal.outcomeOf(unanswered)).isEmpty();
      assertThat(journal.knows(unanswered)).isTrue();
      assertThat(journal.knows(CommandId.random())).isFalse();
      assertThat(journal.unanswered()).containsExactly(unanswered);
    }
  }

  @Test
  void beginsEmpty() throws Exception {
    try (Journal journal = open()) {
      assertThat(journal.remembered()).isEqualTo(Remembered.NOTHING);
      assertThat(journal.lastReceipt()).isEqualTo(ReceiptHead.NONE);
      assertThat(journal.outbox()).isEmpty();
    }
  }

  @Test
  void forgetsWhatTheServerHas() throws Exception {
    List<Report> reports = List.of(report(), report());
    try (Journal journal = open()) {
      journal.write(new Entry(VISIT, null, Map.of(), reports, ReceiptHead.NONE));

      journal.forget(reports.getFirst().id());

      assertThat(journal.outbox()).containsExactly(reports.getLast());
    }
  }

  @Test
  void remembersTheLastThousandCommands() throws Exception {
    List<CommandId> commands = new ArrayList<>();
    try (Journal journal = open()) {
      for (int i = 0; i <= Protocol.REMEMBERED_COMMANDS; i++) {
        CommandId command = CommandId.random();
        commands.add(command);
        journal.write(
            new Entry(
                VISIT, command, Map.of(command, CommandOutcome.DONE), List.of(), ReceiptHead.NONE));
      }

      assertThat(journal.knows(commands.getFirst())).isFalse();
      assertThat(journal.knows(commands.get(1))).isTrue();
      assertThat(journal.knows(commands.getLast())).isTrue();
    }
  }

  @Test
  void aDamagedJournalIsSetAsideForANewOne() throws Exception {
    Files.writeString(path(), "this is not a journal, and it is long enough to be seen as none");

    assertThatThrownBy(this::open).isInstanceOf(JournalException.class);
    Journal.setAside(path(), "20261122-093000");

    try (Journal journal = open()) {
      assertThat(journal.remembered()).isEqualTo(Remembered.NOTHING);
    }
    assertThat(dir.resolve("unreadable-20261122-093000-journal.db")).exists();
  }

  @Test
  void aKilledProgramLeavesWholeStepsOnly() throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                JournalWriter.class.getName(),
                path().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long said = 0;
    try (BufferedReader output = writer.inputReader()) {
      while (said < 50) {
        String line = output.readLine();
        assertThat(line).isNotNull();
        said = Long.parseLong(String.valueOf(line));
      }
      // Not Process.destroyForcibly: that would close the output as well.
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said = Long.parseLong(line);
      }
    }

    try (Journal journal = open()) {
      assertThat(journal.lastReceipt().number()).isGreaterThanOrEqualTo(said);
      assertThat(journal.outbox()).hasSize((int) (2 * journal.lastReceipt().number()));
    }
  }

  @Test
  void goesOnFromAJournalThatKnewNoSeals() throws Exception {
    try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + path());
        Statement statement = old.createStatement()) {
      statement.execute(
          "CREATE TABLE station (only_row INTEGER PRIMARY KEY CHECK (only_row = 1),"
              + " remembered TEXT NOT NULL, last_receipt INTEGER NOT NULL) STRICT");
      statement.execute("PRAGMA user_version = 1");
    }

    try (Journal journal = open()) {
      journal.write(new Entry(VISIT, null, Map.of(), List.of(), HEAD));
    }
    try (Journal journal = open()) {
      assertThat(journal.lastReceipt()).isEqualTo(HEAD);
    }
  }

  static Report report() {
    return new Report.CommandResult(ReportId.random(), CommandId.random(), CommandOutcome.DONE);
  }

  private Journal open() throws JournalException {
    return Journal.open(path());
  }

  private Path path() {
    return dir.resolve("journal.db");
  }
}
