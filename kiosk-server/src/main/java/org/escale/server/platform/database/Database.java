package org.escale.server.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The centre's SQLite file. Thread-safe.
 *
 * <p>All writes go through one thread in order of arrival; each is atomic and on disk when its call
 * returns. Work must be short and must not wait for anything but the handle it is given: no
 * network, no locks, no transaction of its own.
 */
public final class Database implements AutoCloseable {

  private static final int READERS = 4;
  private static final int BUSY_TIMEOUT_MS = 10_000;

  /**
   * Up to 64 MB of the file stay in memory, so that no write waits for the disk to read; and the
   * log of writes is moved into the file after 32 MB instead of 4, so that fewer wait for that.
   */
  private static final List<String> WRITING =
      List.of("PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 8000");

  private final HikariDataSource readers;
  private final Jdbi reading;
  private final WriteQueue writer;
  private final Checkpoints checkpoints;

  private Database(HikariDataSource readers, WriteQueue writer, Checkpoints checkpoints) {
    this.readers = readers;
    this.reading = Jdbi.create(readers);
    this.writer = writer;
    this.checkpoints = checkpoints;
  }

  /** Opens the file, creating it if need be, and brings its tables up to date. */
  public static Database open(Path filePath) throws CannotStartException {
    keepFromOthers(filePath);
    SQLiteDataSource source = source(filePath);
    Migrations.bringUpToDate(source);
    try {
      Handle writing = Jdbi.create(source).open().setStatementBuilder(new KeptStatements());
      WRITING.forEach(writing::execute);
      Handle moving = Jdbi.create(source).open();
      return new Database(readerPool(source), WriteQueue.start(writing), Checkpoints.start(moving));
    } catch (RuntimeException e) {
      throw new CannotStartException(
          Reason.DATABASE_UNREADABLE, "The database cannot be opened: " + filePath + ".", e);
    }
  }

  /**
   * Does this work as one transaction: all of it, or nothing if it throws. Blocks until it is on
   * disk. A write inside a write is part of it. Work may be done twice, the first time in vain: it
   * changes nothing but through the handle.
   *
   * @throws DatabaseException if it could not be stored
   */
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    return writer.write(work);
  }

  /**
   * Within a write that changes something in memory too: how to take that back, on the writing
   * thread, should the write not be stored in the end. The last change is taken back first.
   */
  public void ifNotStored(Runnable takeBack) {
    writer.ifNotStored(takeBack);
  }

  /** Reads one consistent state. Inside a write, sees what that write has done so far. */
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    Handle writing = writer.handleOfThisThread();
    return writing != null ? work.apply(writing) : reading.inTransaction(work::apply);
  }

  /** True if a read and an empty write are answered within this time. */
  public boolean answersWithin(Duration limit) {
    try {
      return reading.withHandle(handle -> handle.getConnection().isValid(1))
          && writer.answersWithin(limit);
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }

  /** How many writes wait for their turn. */
  public int waitingWrites() {
    return writer.waiting();
  }

  /** Finishes the writes that wait, then lets go of the file. */
  @Override
  public void close() {
    checkpoints.close();
    writer.close();
    readers.close();
  }

  /** The file is its owner's alone; SQLite gives the files beside it the same permissions. */
  private static void keepFromOthers(Path filePath) throws CannotStartException {
    Set<PosixFilePermission> ownersAlone = PosixFilePermissions.fromString("rw-------");
    try {
      if (!Files.exists(filePath)) {
        Files.createFile(filePath, PosixFilePermissions.asFileAttribute(ownersAlone));
      } else if (!Files.getPosixFilePermissions(filePath).equals(ownersAlone)) {
        Files.setPosixFilePermissions(filePath, ownersAlone);
      }
    } catch (FileAlreadyExistsException _) {
      // Another program of ours was faster, with the same permissions.
    } catch (IOException e) {
      throw new CannotStartException(
          Reason.DATA_FOLDER_NOT_WRITABLE, "The database cannot be written: " + filePath + ".", e);
    }
  }

  private static SQLiteDataSource source(Path filePath) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + filePath);
    return source;
  }

  private static HikariDataSource readerPool(SQLiteDataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("database-readers");
    config.setMaximumPoolSize(READERS);
    config.setConnectionInitSql("PRAGMA query_only = ON");
    return new HikariDataSource(config);
  }
}
