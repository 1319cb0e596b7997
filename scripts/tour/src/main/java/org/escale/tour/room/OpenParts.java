package org.escale.tour.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What is open in a room. Closed once, in the reverse order, by whoever opened the room or when
 * this program is told to stop, whatever it does then. Thread-safe.
 */
final class OpenParts implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::close, "close-the-room");
  private boolean closed;

  OpenParts() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Opens one more part, which must be quick: closing waits for it. What takes long, such as
   * waiting until the part answers, comes afterwards.
   */
  synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
    if (closed) {
      throw new RoomException("the room is closed");
    }
    T part = opening.get();
    parts.push(part);
    return part;
  }

  /** Blocks until all is closed, also if somebody else closes it. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("While closing the room: " + e.getMessage());
      }
    }
    forgetExit();
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException stopping) {
      // The program is stopping already, and this is how it closes the room.
    }
  }
}
