package org.escale.tour.machine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.escale.tour.room.RoomException;

/**
 * Root's commands by a serial port, to a program that is in the disk made for these trials alone.
 * Not thread-safe.
 */
final class RootLine implements AutoCloseable {

  private final Wire wire;
  private final Duration patience;
  private int number;

  private RootLine(Wire wire, Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  /**
   * @param patience for one script; also for the machine to have started so far that it reads
   */
  static RootLine connect(Path socketPath, Duration patience) {
    return new RootLine(Wire.connect("line to root", socketPath), patience);
  }

  /** What a script said, errors included. */
  record Said(int exitCode, String output) {}

  /** Runs it with bash. What it leaves running must send its output elsewhere. */
  Said say(String script) {
    number++;
    wire.write(number + " " + encoded(script));
    while (true) {
      String[] answer = wire.read(patience).split(" ", 3);
      if (answer.length == 3 && answer[0].equals(Integer.toString(number))) {
        return new Said(Integer.parseInt(answer[1]), decoded(answer[2]));
      }
    }
  }

  /** What it said; fails if the script does. */
  String run(String script) {
    Said said = say(script);
    if (said.exitCode != 0) {
      throw new RoomException(
          "in the machine, '%s' ended with %d: %s"
              .formatted(
                  script.lines().findFirst().orElse(""), said.exitCode, said.output.strip()));
    }
    return said.output.strip();
  }

  static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    wire.close();
  }
}
