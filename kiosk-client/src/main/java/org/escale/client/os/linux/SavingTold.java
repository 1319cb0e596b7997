package org.escale.client.os.linux;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.client.station.Saving;

/**
 * What a visit's first program says of saving. That program is the visitor's: what it says is shown
 * to her alone, and whatever else it says is dropped. Thread-safe.
 */
final class SavingTold {

  private static final int LONGEST_LINE = 80;

  /** Far more than saving ever says; who says more is not listened to any longer. */
  private static final int MOST_HEARD = 1024 * 1024;

  private static final Pattern LINE =
      Pattern.compile("saving ([A-Z_]{1,20}) ([0-9]{1,6}) ([0-9]{1,6})");

  private Saving now = Saving.NOT_BEGUN;

  synchronized Saving now() {
    return now;
  }

  synchronized void begin() {
    now = new Saving(Saving.State.UNDER_WAY, 0, 0);
  }

  /** A stick that is out takes nothing more, whatever is said later. */
  synchronized void stickIs(boolean in) {
    if (!in && now.underWay()) {
      now = new Saving(Saving.State.STICK_GONE, now.copied(), now.of());
    }
  }

  /** Listens on a thread of its own until the stream ends. */
  void listenTo(InputStream said) {
    Thread.ofVirtual().name("saving").start(() -> listen(said));
  }

  private void listen(InputStream said) {
    try (said) {
      StringBuilder line = new StringBuilder();
      for (int heard = 0; heard < MOST_HEARD; heard++) {
        int next = said.read();
        if (next < 0) {
          break;
        }
        if (next == '\n') {
          read(line.toString()).ifPresent(this::told);
          line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
          line.append((char) next);
        }
      }
    } catch (IOException ended) {
      // So has the visit.
    }
    stickIs(false);
  }

  private synchronized void told(Saving next) {
    if (now.underWay()) {
      now = next;
    }
  }

  /** Empty if it is nothing that saving says. */
  static Optional<Saving> read(String line) {
    Matcher said = LINE.matcher(line);
    if (!said.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Saving(
              Saving.State.valueOf(said.group(1)),
              Integer.parseInt(said.group(2)),
              Integer.parseInt(said.group(3))));
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }
}
