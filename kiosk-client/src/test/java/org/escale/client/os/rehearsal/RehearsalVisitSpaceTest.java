package org.escale.client.os.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escale.client.os.linux.CommandRunner;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceContract;
import org.escale.protocol.Language;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal with a real browser on a real display, as whoever runs the tests. */
@Tag("machine")
class RehearsalVisitSpaceTest extends VisitSpaceContract {

  private static final String DISPLAY = ":74";

  @TempDir private Path parentDir;
  private Process server;
  private Process windowManager;
  private RehearsalVisitSpace space;

  @BeforeEach
  void setUp() throws IOException {
    server = run("Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp");
    await().until(() -> run("xdpyinfo").waitFor() == 0);
    windowManager = run("openbox");
    await().until(() -> run("xprop", "-root", "-f", "_NET_SUPPORTED", "32a").waitFor() == 0);
    space =
        new RehearsalVisitSpace(
            new RehearsalSettings(
                Path.of("/usr/bin/chromium"),
                URI.create("about:blank"),
                parentDir,
                DISPLAY,
                Map.of(),
                // The tests may run as root, for whom Chromium's sandbox does not start.
                List.of("--no-sandbox")),
            new CommandRunner());
  }

  @AfterEach
  void tearDown() throws Exception {
    space.erase();
    windowManager.destroyForcibly().waitFor();
    server.destroy();
    server.waitFor();
  }

  @Override
  protected VisitSpace space() {
    return space;
  }

  @Override
  protected void killPrograms(SessionId session) {
    new BrowserProcesses(parentDir).killAll();
  }

  @Test
  void opensCoversUncoversAndErases() throws Exception {
    space.open(
        new VisitSpace.Plan(
            SessionId.random(), Language.ENGLISH, new ScreenLayout(1280, 800, false)));
    assertThat(states()).isNotEmpty().noneMatch(state -> state.startsWith("T"));

    space.cover();
    await().until(() -> states().stream().allMatch(state -> state.startsWith("T")));

    space.uncover();
    await().until(() -> states().stream().noneMatch(state -> state.startsWith("T")));

    VisitSpace.Erased erased = space.erase();
    assertThat(erased.residue()).isZero();
    assertThat(erased.checked().get(WipeItem.PROCESSES)).isPositive();
    assertThat(states()).isEmpty();
    try (Stream<Path> left = Files.list(parentDir)) {
      assertThat(left).isEmpty();
    }
    assertThat(space.erase().residue()).isZero();
  }

  /** How the kernel says each process of the visit is: running, sleeping, stopped. */
  private List<String> states() {
    return new BrowserProcesses(parentDir)
        .find().stream()
            .map(process -> Path.of("/proc", Long.toString(process.pid()), "stat"))
            .flatMap(RehearsalVisitSpaceTest::state)
            .filter(state -> !state.startsWith("Z"))
            .toList();
  }

  private static Stream<String> state(Path statPath) {
    try {
      String stat = Files.readString(statPath);
      return Stream.of(stat.substring(stat.lastIndexOf(')') + 2));
    } catch (IOException gone) {
      return Stream.empty();
    }
  }

  private static Process run(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DISPLAY", DISPLAY);
    return builder.start();
  }
}
