package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is in the printer, for people to see. A visit looks again and again, and asking CUPS starts
 * a program: an empty printer is asked anew only when its spool has changed, or after a while.
 */
final class PrinterWatch {

  private static final Duration ANEW_AFTER = Duration.ofSeconds(30);

  private final Printer printer;
  private final Path spoolDir;
  private @Nullable Seen last;

  /** Who knows, at some cost, what is in the printer. */
  @FunctionalInterface
  interface Printer {
    PrintJobs.Queue look() throws LinuxException;
  }

  /**
   * @param spool when the spool had last changed before this was seen; null if nobody knows
   */
  private record Seen(PrintJobs.Queue queue, @Nullable FileTime spool, long atNanos) {

    boolean stillHolds(@Nullable FileTime spoolNow) {
      return queue.size() == 0
          && spool != null
          && spool.equals(spoolNow)
          && System.nanoTime() - atNanos < ANEW_AFTER.toNanos();
    }
  }

  PrinterWatch(Printer printer, Path spoolDir) {
    this.printer = printer;
    this.spoolDir = spoolDir;
  }

  PrintJobs.Queue look() throws LinuxException {
    FileTime spool = lastChange();
    Seen seen = last;
    if (seen == null || !seen.stillHolds(spool)) {
      seen = new Seen(printer.look(), spool, System.nanoTime());
      last = seen;
    }
    return seen.queue();
  }

  private @Nullable FileTime lastChange() {
    try {
      return Files.getLastModifiedTime(spoolDir);
    } catch (IOException unknown) {
      return null;
    }
  }
}
