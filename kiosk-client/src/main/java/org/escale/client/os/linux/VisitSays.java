package org.escale.client.os.linux;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * What a visit's first program says, line by line. That program is the visitor's: whoever hears it
 * believes nothing that would matter to anybody but her.
 */
final class VisitSays {

  private static final int LONGEST_LINE = 80;

  /** Far more than the station's programs ever say; who says more is heard no longer. */
  private static final int MOST_HEARD = 1024 * 1024;

  /**
   * Listens on a thread of its own until the stream ends.
   *
   * @param line is told each line, cut off where it is too long
   */
  static void listen(InputStream said, Consumer<String> line, Runnable ended) {
    Thread.ofVirtual().name("visit-says").start(() -> hear(said, line, ended));
  }

  private static void hear(InputStream said, Consumer<String> told, Runnable ended) {
    try (said) {
      StringBuilder line = new StringBuilder();
      for (int heard = 0; heard < MOST_HEARD; heard++) {
        int next = said.read();
        if (next < 0) {
          break;
        }
        if (next == '\n') {
          told.accept(line.toString());
          line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
          line.append((char) next);
        }
      }
    } catch (IOException visitEnded) {
      // So has what it says.
    }
    ended.run();
  }

  private VisitSays() {}
}
