package org.escale.client.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.escale.client.journal.Journal;
import org.escale.client.journal.JournalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that survives a restart, held by one agent at a time. */
final class StateDir implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StateDir.class);
  private static final DateTimeFormatter MARK =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final FileChannel lockFile;

  private StateDir(FileChannel lockFile) {
    this.lockFile = lockFile;
  }

  /** Makes the folder if there is none, and takes hold of it. */
  static StateDir take(Path dir) throws CannotStartException {
    make(dir);
    try {
      FileChannel file =
          FileChannel.open(
              dir.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(file);
      if (lock == null) {
        file.close();
        throw new CannotStartException("Another agent is at work in " + dir + ".");
      }
      return new StateDir(file);
    } catch (IOException e) {
      throw new CannotStartException("The folder " + dir + " cannot be written.", e);
    }
  }

  /** Makes the folder if there is none; other users may pass through it but not look around. */
  static void make(Path dir) throws CannotStartException {
    try {
      Files.createDirectories(dir);
      Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx--x--x"));
    } catch (IOException e) {
      throw new CannotStartException("The folder " + dir + " cannot be written.", e);
    }
  }

  /** Opens the journal; one that cannot be read is set aside and a new one begun. */
  Journal openJournal(Path path, WallClock wallClock) throws CannotStartException {
    try {
      return Journal.open(path);
    } catch (JournalException unreadable) {
      log.error("the journal is set aside and a new one begun", unreadable);
      try {
        Journal.setAside(path, MARK.format(wallClock.now()));
        return Journal.open(path);
      } catch (IOException | JournalException e) {
        throw new CannotStartException("The journal " + path + " cannot be written.", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
