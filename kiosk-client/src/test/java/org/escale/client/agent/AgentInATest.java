package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.client.ipc.AgentConnection;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.link.MembershipFile;
import org.escale.client.link.TestAuthority;
import org.escale.client.link.TestLinkServer;
import org.escale.client.station.BootTime;
import org.escale.client.station.port.ShellHost;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Report;
import org.escale.protocol.StationStateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent on a real journal, socket and link; only the machine under it is a fake. */
abstract class AgentInATest {

  @TempDir Path dir;
  final FakeVisitSpace space = new FakeVisitSpace();
  final FakeSlipPrinter slips = new FakeSlipPrinter();
  final AtomicInteger shellStarts = new AtomicInteger();
  final Queue<ToShell> shown = new ConcurrentLinkedQueue<>();
  final TestLinkServer server = aServer();
  Thread agent = new Thread();

  private static TestLinkServer aServer() {
    try {
      return new TestLinkServer(new TestAuthority());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void enrol() throws Exception {
    new MembershipFile(dir.resolve("membership")).write(server.membership());
  }

  @AfterEach
  void stop() throws Exception {
    stopAgent();
    server.close();
  }

  /** Free, proven clean, and the server knows it. */
  void awaitFree() {
    awaitScreen(Screen.Welcome.class);
    await()
        .untilAsserted(
            () ->
                assertThat(server.reports)
                    .anyMatch(
                        report ->
                            report instanceof Report.StateChanged changed
                                && changed.state() == StationStateName.LOCKED));
  }

  void startAgent() throws Exception {
    AgentConfig config = AgentConfig.read(settings());
    UserPrincipal user =
        FileSystems.getDefault()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
    Machine machine =
        new Machine(
            space,
            new EndingShell(shellStarts),
            slips,
            () -> new BootTime(Duration.ofNanos(System.nanoTime())),
            user,
            sites -> {},
            true);
    AgentAssembly assembly = new AgentAssembly(config, machine, "test");
    agent =
        new Thread(
            () -> {
              try {
                assembly.run();
              } catch (CannotStartException e) {
                throw new IllegalStateException(e);
              }
            });
    agent.start();
  }

  Path settings() throws Exception {
    return Files.writeString(
        dir.resolve("agent.properties"),
        """
        state-dir = %1$s
        run-dir = %1$s/run
        shell.command = none
        """
            .formatted(dir));
  }

  void stopAgent() throws InterruptedException {
    agent.interrupt();
    agent.join();
  }

  AgentConnection connect() {
    shown.clear();
    ShellScreen screen = new ShellScreen(shown);
    AgentConnection connection =
        new AgentConnection(dir.resolve("run/shell.sock"), Runnable::run, screen);
    screen.answerOn(connection);
    connection.start();
    return connection;
  }

  void awaitScreen(Class<? extends Screen> kind) {
    await()
        .untilAsserted(
            () ->
                assertThat(shown.stream().filter(Screen.class::isInstance).toList())
                    .last()
                    .isInstanceOf(kind));
  }

  void awaitReport(Class<? extends Report> kind) {
    await().untilAsserted(() -> assertThat(server.reports).hasAtLeastOneElementOfType(kind));
  }

  void awaitAnswer(CommandId command, CommandOutcome outcome) {
    await()
        .untilAsserted(
            () ->
                assertThat(server.reports)
                    .anyMatch(
                        report ->
                            report instanceof Report.CommandResult result
                                && result.command().equals(command)
                                && result.outcome() == outcome));
  }

  /** A shell's program that ends as soon as it is started. */
  private record EndingShell(AtomicInteger starts) implements ShellHost {

    @Override
    public void start(Runnable whenEnded) {
      starts.incrementAndGet();
      whenEnded.run();
    }

    @Override
    public void stop() {}
  }
}
