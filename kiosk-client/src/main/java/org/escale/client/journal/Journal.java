package org.escale.client.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.client.station.Remembered;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.FromStation;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.codec.FrameCodec;
import org.escale.protocol.codec.FrameException;
import org.escale.protocol.codec.ProtocolJson;

/**
 * What a station must still know after a power cut, in one SQLite file. Every write is on the disk
 * when the method returns. For one thread.
 */
public final class Journal implements AutoCloseable {

  private static final int VERSION = 2;

  private final Connection connection;
  private final FrameCodec frames = new FrameCodec();
  private final ProtocolJson json = new ProtocolJson();

  private Journal(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the journal, or begins one if there is none.
   *
   * @throws JournalException if it cannot be read as a whole, or was written by a newer program
   */
  public static Journal open(Path file) throws JournalException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try {
        Journal journal = new Journal(connection);
        journal.prepare();
        return journal;
      } catch (SQLException | JournalException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new JournalException("the journal cannot be opened", e);
    }
  }

  /**
   * Puts an unreadable journal out of the way, for somebody to look at.
   *
   * @param mark what tells it from others set aside, for example the time
   */
  public static void setAside(Path file, String mark) throws IOException {
    for (String part : List.of("", "-wal", "-shm")) {
      Path old = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(old)) {
        Files.move(old, file.resolveSibling("unreadable-" + mark + "-" + old.getFileName()));
      }
    }
  }

  /** What was true when the station last wrote it down. */
  public Remembered remembered() throws JournalException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT remembered FROM station")) {
      return row.next() ? json.read(row.getString(1), Remembered.class) : Remembered.NOTHING;
    } catch (SQLException | IOException | IllegalArgumentException e) {
      throw new JournalException("the journal's state cannot be read", e);
    }
  }

  /** The newest receipt. */
  public ReceiptHead lastReceipt() throws JournalException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT last_receipt, last_seal FROM station")) {
      return row.next() ? new ReceiptHead(row.getLong(1), row.getString(2)) : ReceiptHead.NONE;
    } catch (SQLException e) {
      throw new JournalException("the journal's counter cannot be read", e);
    }
  }

  /** True if this command has been received before, whether or not it has been answered. */
  public boolean knows(CommandId command) throws JournalException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM command WHERE id = ?")) {
      query.setString(1, command.toString());
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new JournalException("the journal's commands cannot be read", e);
    }
  }

  /** What became of a command, if it has been answered. */
  public Optional<CommandOutcome> outcomeOf(CommandId command) throws JournalException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT outcome FROM command WHERE id = ? AND outcome IS NOT NULL")) {
      query.setString(1, command.toString());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(CommandOutcome.valueOf(row.getString(1)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new JournalException("the journal's commands cannot be read", e);
    }
  }

  /** Commands that were received and never answered, oldest first. */
  public List<CommandId> unanswered() throws JournalException {
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery("SELECT id FROM command WHERE outcome IS NULL ORDER BY number")) {
      List<CommandId> ids = new ArrayList<>();
      while (row.next()) {
        ids.add(CommandId.of(row.getString(1)));
      }
      return ids;
    } catch (SQLException e) {
      throw new JournalException("the journal's commands cannot be read", e);
    }
  }

  /** The reports that the server has not acknowledged, oldest first. */
  public List<Report> outbox() throws JournalException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT frame FROM outbox ORDER BY number")) {
      List<Report> reports = new ArrayList<>();
      while (row.next()) {
        FromStation frame = frames.readFromStation(row.getString(1));
        if (frame instanceof Report report) {
          reports.add(report);
        }
      }
      return reports;
    } catch (SQLException | FrameException e) {
      throw new JournalException("the journal's outbox cannot be read", e);
    }
  }

  /** Writes all of it or nothing. */
  public void write(Entry entry) throws JournalException {
    try {
      connection.setAutoCommit(false);
      try {
        putStation(entry.remembered(), entry.lastReceipt());
        if (entry.received() != null) {
          putCommand(entry.received());
        }
        for (Map.Entry<CommandId, CommandOutcome> answer : entry.outcomes().entrySet()) {
          putOutcome(answer.getKey(), answer.getValue());
        }
        for (Report report : entry.reports()) {
          putReport(report);
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new JournalException("the journal cannot be written", e);
    }
  }

  /** The server has it. */
  public void forget(ReportId report) throws JournalException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM outbox WHERE id = ?")) {
      delete.setString(1, report.toString());
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new JournalException("the journal cannot be written", e);
    }
  }

  @Override
  public void close() throws JournalException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new JournalException("the journal cannot be closed", e);
    }
  }

  private void putStation(Remembered remembered, ReceiptHead lastReceipt) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            """
            INSERT INTO station (only_row, remembered, last_receipt, last_seal)
            VALUES (1, ?, ?, ?)
            ON CONFLICT (only_row) DO UPDATE
            SET remembered = excluded.remembered, last_receipt = excluded.last_receipt,
                last_seal = excluded.last_seal
            """)) {
      put.setString(1, json.write(remembered));
      put.setLong(2, lastReceipt.number());
      put.setString(3, lastReceipt.seal());
      put.executeUpdate();
    }
  }

  private void putCommand(CommandId command) throws SQLException {
    try (PreparedStatement put =
            connection.prepareStatement("INSERT OR IGNORE INTO command (id) VALUES (?)");
        PreparedStatement trim =
            connection.prepareStatement(
                "DELETE FROM command WHERE number <= (SELECT max(number) FROM command) - ?")) {
      put.setString(1, command.toString());
      put.executeUpdate();
      trim.setInt(1, Protocol.REMEMBERED_COMMANDS);
      trim.executeUpdate();
    }
  }

  private void putOutcome(CommandId command, CommandOutcome outcome) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement("UPDATE command SET outcome = ? WHERE id = ?")) {
      put.setString(1, outcome.name());
      put.setString(2, command.toString());
      put.executeUpdate();
    }
  }

  private void putReport(Report report) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement("INSERT INTO outbox (id, frame) VALUES (?, ?)")) {
      put.setString(1, report.id().toString());
      put.setString(2, frames.write(report));
      put.executeUpdate();
    }
  }

  private void prepare() throws SQLException, JournalException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA busy_timeout = 5000");
      int version = check(statement);
      create(statement);
      if (version == 1) {
        statement.execute("ALTER TABLE station ADD COLUMN last_seal TEXT");
      }
      statement.execute("PRAGMA user_version = " + VERSION);
    }
    remembered();
    outbox();
  }

  /** The version of the program's journal that wrote it; 0 if it is new. */
  private static int check(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!row.next() || !row.getString(1).equals("ok")) {
        throw new SQLException("the file is damaged");
      }
    }
    try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      int version = row.next() ? row.getInt(1) : 0;
      if (version > VERSION) {
        throw new SQLException("written by a newer program");
      }
      return version;
    }
  }

  private static void create(Statement statement) throws SQLException {
    for (String table :
        List.of(
            """
            CREATE TABLE IF NOT EXISTS station (
              only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
              remembered TEXT NOT NULL,
              last_receipt INTEGER NOT NULL,
              last_seal TEXT
            ) STRICT
            """,
            """
            CREATE TABLE IF NOT EXISTS command (
              number INTEGER PRIMARY KEY AUTOINCREMENT,
              id TEXT NOT NULL UNIQUE,
              outcome TEXT
            ) STRICT
            """,
            """
            CREATE TABLE IF NOT EXISTS outbox (
              number INTEGER PRIMARY KEY AUTOINCREMENT,
              id TEXT NOT NULL UNIQUE,
              frame TEXT NOT NULL
            ) STRICT
            """)) {
      statement.execute(table);
    }
  }
}
