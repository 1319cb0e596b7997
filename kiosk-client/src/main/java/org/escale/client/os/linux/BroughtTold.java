package org.escale.client.os.linux;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.protocol.Bringing;

/**
 * What a visit's first program says has become of documents that were brought. Told to the visitor
 * alone, on her telephone. Thread-safe.
 */
final class BroughtTold {

  private static final int MOST_WAITING = 16;
  private static final Pattern LINE = Pattern.compile("brought ([0-9]{1,6}) ([A-Z_]{1,20})");

  /** What became of the document of that number. */
  record Told(int number, Bringing.Outcome outcome) {}

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>(MOST_WAITING);

  /** A line that the program said; one that nobody waits for is dropped in the end. */
  void hear(String line) {
    read(line).ifPresent(told::offer);
  }

  /** What is said from now on is about another document. */
  void forget() {
    told.clear();
  }

  Bringing.Outcome await(int number, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      Told next = told.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return Bringing.Outcome.FAILED;
      }
      if (next.number() == number) {
        return next.outcome();
      }
    }
  }

  /** Empty if it is nothing that is said of a document. */
  static Optional<Told> read(String line) {
    Matcher said = LINE.matcher(line);
    if (!said.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Told(Integer.parseInt(said.group(1)), Bringing.Outcome.valueOf(said.group(2))));
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }
}
