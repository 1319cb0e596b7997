package org.escale.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.escale.tour.room.Await;
import org.escale.tour.room.Commands;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs root, as {@code scripts/run} does. Opens a room of its own. */
@Order(1)
class StoppedRoomSystemTest {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration TIME_TO_OPEN = Duration.ofMinutes(2);
  private static final Set<String> ROOM_USERS =
      Set.of("kiosk", "escale-display", "escale-sound", "visitor");
  private static final int STOPPED_BY_INTERRUPT = 130;

  @TempDir private Path dir;

  @Test
  void ctrlCClosesTheRoomAndSaysSoInOneLine() throws Exception {
    Path saidPath = dir.resolve("said");
    Process run = start(saidPath);
    try {
      Await.until(
          "an open room",
          TIME_TO_OPEN,
          () -> {
            assertThat(run.isAlive()).as(() -> said(saidPath)).isTrue();
            return said(saidPath).contains("it wiped itself at the start");
          });

      Commands.run("kill", "-INT", "--", "-" + run.pid());

      assertThat(run.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).as("it ends soon").isTrue();
      assertThat(run.exitValue()).isEqualTo(STOPPED_BY_INTERRUPT);
      assertThat(said(saidPath))
          .endsWith("\nThe room closes; nothing of it goes on running.\n")
          .doesNotContain("Exception", "✗", "While closing");
      assertThat(Path.of("/run/netns/escale-web")).doesNotExist();
      assertThat(Path.of("/run/netns/escale")).doesNotExist();
      Await.until("no program of the room", SOON, () -> programsOfTheRoom().isEmpty());
    } finally {
      run.destroyForcibly();
    }
  }

  private static String said(Path saidPath) {
    try {
      return Files.readString(saidPath);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a terminal does: in a group of its own, whose interrupt it does not ignore. */
  private Process start(Path saidPath) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid",
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "org.escale.tour.TourMain",
            "--pictures",
            dir.resolve("pictures").toString());
    builder.environment().remove("DISPLAY");
    return builder
        .directory(REPOSITORY.toFile())
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(saidPath.toFile())
        .start();
  }

  /** Those that carry the room's mark or run as its users; one that ended has no command. */
  private static List<Long> programsOfTheRoom() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().isPresent())
        .filter(process -> isMarked(process) || isOfTheRoomsUsers(process))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static boolean isOfTheRoomsUsers(ProcessHandle process) {
    return process.info().user().filter(ROOM_USERS::contains).isPresent();
  }

  private static boolean isMarked(ProcessHandle process) {
    try {
      Path environPath = Path.of("/proc", Long.toString(process.pid()), "environ");
      return Files.readString(environPath, StandardCharsets.ISO_8859_1)
          .contains("ESCALE_ROOM=/var/lib/escale-room");
    } catch (IOException ended) {
      return false;
    }
  }
}
