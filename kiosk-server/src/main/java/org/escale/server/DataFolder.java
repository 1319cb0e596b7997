package org.escale.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;
import org.jspecify.annotations.Nullable;

/** The folder that holds all that a server keeps; one server at a time has it. */
final class DataFolder implements AutoCloseable {

  private static final String DATABASE_FILE = "escale.db";
  private static final String LOCK_FILE = "lock";

  private final FileChannel lockChannel;

  private DataFolder(FileChannel lockChannel) {
    this.lockChannel = lockChannel;
  }

  /** Takes the folder for this server, making it if need be, for its user alone. */
  static DataFolder take(Path dir) throws CannotStartException {
    try {
      if (!Files.isDirectory(dir)) {
        Files.createDirectories(dir.toAbsolutePath().getParent());
        Files.createDirectory(
            dir,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      FileChannel channel =
          FileChannel.open(
              dir.resolve(LOCK_FILE),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      if (lock(channel) == null) {
        channel.close();
        throw new CannotStartException(
            Reason.DATA_FOLDER_IN_USE, "Another server runs on the data folder " + dir + ".");
      }
      return new DataFolder(channel);
    } catch (IOException e) {
      throw new CannotStartException(
          Reason.DATA_FOLDER_NOT_WRITABLE, "The data folder " + dir + " cannot be written.", e);
    }
  }

  static Path databasePath(Path dir) {
    return dir.resolve(DATABASE_FILE);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    lockChannel.close();
  }
}
