package org.escale.client.os.linux;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.client.station.Saving;

/**
 * What a visit's first program says of saving. That program is the visitor's: what it says is shown
 * to her alone, and whatever else it says is dropped. Thread-safe.
 */
final class SavingTold {

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

  /** A line that the program said. */
  void hear(String line) {
    read(line).ifPresent(this::told);
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
