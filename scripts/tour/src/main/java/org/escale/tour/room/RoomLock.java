package org.escale.tour.room;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held while a room is open, so that a second one leaves it alone. Ends with its program. */
record RoomLock(FileChannel file) implements AutoCloseable {

  static RoomLock take(Path path) {
    try {
      Files.createDirectories(path.getParent());
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        throw new RoomException("A room is open on this machine already. Stop it first (Ctrl+C).");
      }
      return new RoomLock(file);
    } catch (IOException e) {
      throw new RoomException("the room cannot be kept apart from others by " + path, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
