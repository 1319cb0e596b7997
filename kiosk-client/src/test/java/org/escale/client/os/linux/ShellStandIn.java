package org.escale.client.os.linux;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.escale.client.station.ScreenLayout.Area;

/** Stands in the dock where the shell would, and tells every key and every press that reach it. */
final class ShellStandIn implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("KeyPress event");
  private static final Pattern PRESS = Pattern.compile("ButtonPress event");

  private final TestStation station;
  private final Area dock;
  private final Path saidPath;
  private final Process program;

  ShellStandIn(TestStation station, Area dock) {
    this.station = station;
    this.dock = dock;
    this.saidPath = station.dir().resolve("shell-stand-in");
    String place = "%dx%d+%d+%d".formatted(dock.width(), dock.height(), dock.x(), dock.y());
    program =
        station.startOnScreen(
            saidPath,
            "stdbuf",
            "-oL",
            "xev",
            "-geometry",
            place,
            "-event",
            "keyboard",
            "-event",
            "button");
    await().until(() -> window().contains("0x"));
  }

  /** Clicks in its middle. */
  void click() {
    station.onScreen("xdotool", "mousemove", Integer.toString(dock.x() + dock.width() / 2), "400");
    station.onScreen("xdotool", "click", "1");
  }

  /** How many keys have reached it. */
  long keys() {
    return count(KEY);
  }

  /** How many presses of the mouse have reached it. */
  long presses() {
    return count(PRESS);
  }

  /** Id of its window. */
  String window() {
    List<String> ids =
        station
            .onScreen("xwininfo", "-name", "Event Tester")
            .output()
            .lines()
            .filter(line -> line.contains("Window id:"))
            .map(line -> line.replaceAll(".*(0x[0-9a-f]+).*", "$1"))
            .toList();
    return ids.isEmpty() ? "" : ids.getFirst();
  }

  private long count(Pattern what) {
    try {
      return what.matcher(Files.readString(saidPath)).results().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    program.destroyForcibly();
  }
}
