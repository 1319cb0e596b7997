package org.escale.tour.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escale.tour.room.RoomException;
import org.escale.tour.room.RoomFolders;

/**
 * What drives a browser is unpacked once for as long as this program runs, so it lies outside the
 * rooms that it opens and closes.
 */
final class BrowserDriver {

  private static final AtomicBoolean PLACED = new AtomicBoolean();

  /** Takes away what a killed program left there; does nothing the second time. */
  static void unpackInto(Path dir) {
    if (PLACED.getAndSet(true)) {
      return;
    }
    try {
      RoomFolders.makeAnew(dir);
    } catch (IOException | UncheckedIOException e) {
      throw new RoomException("no folder for what drives the mediator's browser", e);
    }
    System.setProperty("playwright.driver.tmpdir", dir.toString());
  }

  private BrowserDriver() {}
}
