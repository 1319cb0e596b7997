package org.escale.tour.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.escale.tour.room.Await;
import org.escale.tour.room.Commands;
import org.escale.tour.room.OuterDisplay;
import org.escale.tour.room.RoomException;

/**
 * What others do with a guest's home on a disk: kill the programs, remove the tree, copy a template
 * in its place. Proves nothing and looks nowhere else.
 */
final class RemoveAndCopy {

  private static final Path DIR = Path.of("/var/lib/escale-room/peer");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> AS_VISITOR =
      List.of("setpriv", "--reuid=visitor", "--regid=visitor", "--clear-groups");

  private final OuterDisplay display;
  private final Path template;

  /**
   * @param template what a new home begins with
   */
  RemoveAndCopy(OuterDisplay display, Path template) {
    this.display = display;
    this.template = template;
  }

  /**
   * @param cold nothing of the tree is in the disk's cache any more
   * @return how long it took, in milliseconds
   */
  double once(Load load, boolean cold) throws IOException {
    Path home = DIR.resolve("home");
    patiently("rm", "-rf", DIR.toString());
    Commands.run("mkdir", "-p", DIR.toString());
    copy(home);
    Process browser = browse(home);
    load.below(home.toString()).plant(AS_VISITOR, home.toString());
    if (cold) {
      patiently("sync");
      Commands.run("sh", "-c", "echo 3 >/proc/sys/vm/drop_caches");
    }
    long start = System.nanoTime();
    kill();
    patiently("rm", "-rf", home.toString());
    copy(home);
    double took = (System.nanoTime() - start) / 1_000_000.0;
    browser.destroyForcibly();
    patiently("rm", "-rf", DIR.toString());
    // What such a way leaves behind is ours to clean.
    patiently("find", "/tmp", "/var/tmp", "-xdev", "-user", "visitor", "-delete");
    return took;
  }

  /** A disk may be slow. */
  private static void patiently(String... command) throws IOException {
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RoomException("interrupted", e);
    }
  }

  private void copy(Path home) {
    Commands.run("cp", "-a", template.toString(), home.toString());
    Commands.run("chown", "-R", "visitor:visitor", home.toString());
  }

  private static void kill() {
    Await.until(
        "the browser to end",
        PATIENCE,
        Duration.ofMillis(1),
        () -> !Commands.succeeds(Map.of(), "pkill", "-KILL", "-u", "visitor"));
  }

  private Process browse(Path home) throws IOException {
    Path cookie = DIR.resolve("cookie");
    Files.copy(display.authorityPath(), cookie);
    Commands.run("chown", "visitor", cookie.toString());
    ProcessBuilder builder =
        new ProcessBuilder(
            "setpriv",
            "--reuid=visitor",
            "--regid=visitor",
            "--clear-groups",
            "chromium",
            "--user-data-dir=" + home.resolve("browser"),
            "--no-first-run",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--password-store=basic",
            "about:blank");
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .environment()
        .putAll(
            Map.of("DISPLAY", display.name(), "XAUTHORITY", cookie.toString(), "HOME", "" + home));
    Process browser = builder.start();
    Await.until(
        "the browser's window",
        PATIENCE,
        () -> {
          if (!browser.isAlive()) {
            throw new RoomException("the browser stopped");
          }
          return Commands.succeeds(
              display.environment(), "xdotool", "search", "--onlyvisible", "--class", "chromium");
        });
    return browser;
  }
}
