package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.client.ipc.AgentConnection;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.link.MembershipFile;
import org.escale.client.link.TestAuthority;
import org.escale.client.link.TestLinkServer;
import org.escale.client.station.Samples;
import org.escale.protocol.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station rehearsed on a real display with a real browser, as the settings say. */
@Tag("machine")
class RehearsalTest {

  private static final String DISPLAY = ":75";

  @TempDir Path dir;
  private final Queue<ToShell> shown = new ConcurrentLinkedQueue<>();
  private final TestLinkServer server;
  private Process display;
  private Process windowManager;

  RehearsalTest() throws Exception {
    server = new TestLinkServer(new TestAuthority());
  }

  @BeforeEach
  void setUp() throws Exception {
    display = run("Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp");
    await().until(() -> run("xdpyinfo").waitFor() == 0);
    windowManager = run("openbox");
    await().until(() -> run("xprop", "-root", "-f", "_NET_SUPPORTED", "32a").waitFor() == 0);
    new MembershipFile(dir.resolve("membership")).write(server.membership());
  }

  @AfterEach
  void tearDown() throws Exception {
    windowManager.destroyForcibly().waitFor();
    display.destroy();
    display.waitFor();
    server.close();
  }

  @Test
  void opensAndErasesAVisitAndSaysThatItIsARehearsal() throws Exception {
    AgentConfig config = AgentConfig.read(settings());
    AgentAssembly assembly = new AgentAssembly(config, Machines.of(config), "test");
    Thread agent =
        new Thread(
            () -> {
              try {
                assembly.run();
              } catch (CannotStartException e) {
                throw new IllegalStateException(e);
              }
            });
    agent.start();
    try (AgentConnection shell = connect()) {
      awaitScreen(Screen.Welcome.class);
      assertThat(shown)
          .filteredOn(ToShell.About.class::isInstance)
          .isNotEmpty()
          .allMatch(about -> ((ToShell.About) about).rehearsal());
      await()
          .untilAsserted(
              () -> assertThat(server.reports).hasAtLeastOneElementOfType(Report.Wiped.class));
      server.tell(Samples.unlock(Samples.SESSION, Duration.ofHours(1)));
      awaitScreen(Screen.Session.class);
      assertThat(dir.resolve("run/escale-rehearsal/browser")).isDirectory();

      shell.send(new FromShell.End());
      awaitScreen(Screen.Ending.class);
      shell.send(new FromShell.Leave());

      awaitScreen(Screen.Welcome.class);
      assertThat(dir.resolve("run/escale-rehearsal")).doesNotExist();
      await()
          .untilAsserted(
              () ->
                  assertThat(server.reports)
                      .anyMatch(
                          report ->
                              report instanceof Report.Wiped wiped
                                  && wiped.receipt().order().equals(Samples.ORDER)
                                  && wiped.receipt().clean()));
    } finally {
      agent.interrupt();
      agent.join();
    }
    // The shell that the settings name was started as this user, on this display.
    assertThat(Files.readAllLines(dir.resolve("run/shell.log"))).contains("DISPLAY=" + DISPLAY);
  }

  private Path settings() throws IOException {
    return Files.writeString(
        dir.resolve("agent.properties"),
        """
        adapter = rehearsal
        state-dir = %1$s
        run-dir = %1$s/run
        display.outer = %2$s
        shell.command = env
        rehearsal.browser-arguments = --no-sandbox
        """
            .formatted(dir, DISPLAY));
  }

  private AgentConnection connect() {
    ShellScreen screen = new ShellScreen(shown);
    AgentConnection connection =
        new AgentConnection(dir.resolve("run/shell.sock"), Runnable::run, screen);
    screen.answerOn(connection);
    connection.start();
    return connection;
  }

  private void awaitScreen(Class<? extends Screen> kind) {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(shown.stream().filter(Screen.class::isInstance).toList())
                    .last()
                    .isInstanceOf(kind));
  }

  private static Process run(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DISPLAY", DISPLAY);
    return builder.start();
  }
}
