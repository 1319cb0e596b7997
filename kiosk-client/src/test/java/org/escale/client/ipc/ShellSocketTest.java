package org.escale.client.ipc;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.ZoneId;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.client.ipc.FromShell.Ready;
import org.escale.protocol.Language;
import org.escale.protocol.StationRole;
import org.escale.protocol.TicketSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellSocketTest {

  private static final Ready READY = new Ready(1280, 800);
  private static final ToShell ABOUT =
      new ToShell.About(
          "Centre", "Poste 3", ZoneId.of("Europe/Paris"), true, false, StationRole.VISITS, false);

  private static final int NOBODY = 65_534;

  @TempDir Path dir;
  private final Queue<String> agentHeard = new ConcurrentLinkedQueue<>();
  private final Queue<String> shellHeard = new ConcurrentLinkedQueue<>();
  private final ExecutorService shellThread = Executors.newSingleThreadExecutor();
  private Path socketPath = Path.of("");
  private Runnable arrivals = () -> {};

  @BeforeEach
  void chooseSocket() {
    socketPath = dir.resolve("shell.sock");
  }

  @AfterEach
  void stopThread() {
    shellThread.shutdownNow();
  }

  @Test
  void carriesMessagesBothWays() throws Exception {
    try (ShellServer server = listen(user("user.name"));
        AgentConnection shell = connect()) {
      awaitAgent("arrived " + READY);

      server.send(ABOUT);
      shell.send(new FromShell.ChooseLanguage(Language.ARABIC));
      shell.send(new FromShell.Reveal(new TicketSecret("4711")));

      await().untilAsserted(() -> assertThat(shellHeard).containsExactly("" + ABOUT));
      awaitAgent(
          "arrived " + READY,
          "ChooseLanguage[language=ARABIC]",
          "Reveal[secret=TicketSecret[hidden]]");
    }
  }

  @Test
  void tellsTheAgentOnceThatTheShellIsLost() throws Exception {
    try (ShellServer server = listen(user("user.name"))) {
      try (AgentConnection _ = connect()) {
        awaitAgent("arrived " + READY);
      }

      awaitAgent("arrived " + READY, "lost");
      server.send(ABOUT);
    }
  }

  @Test
  void servesTheNewestShellOnly() throws Exception {
    try (ShellServer server = listen(user("user.name"));
        SocketChannel older = rawShell()) {
      awaitAgent("arrived " + READY);

      try (SocketChannel newer = rawShell()) {
        awaitAgent("arrived " + READY, "arrived " + READY);
        server.send(ABOUT);

        assertThat(readAll(older)).isEmpty();
        assertThat(newer.read(ByteBuffer.allocate(10))).isPositive();
      }
    }
  }

  @Test
  void shellFindsAnAgentThatStartsAgain() throws Exception {
    try (ShellServer first = listen(user("user.name"));
        AgentConnection _ = connect()) {
      awaitAgent("arrived " + READY);

      stop(first);
      try (ShellServer _ = listen(user("user.name"))) {
        awaitAgent("arrived " + READY, "arrived " + READY);
      }
    }
  }

  @Test
  void closesOnWhatIsNotAMessage() throws Exception {
    try (ShellServer _ = listen(user("user.name"))) {
      for (String nonsense : new String[] {"{\"type\":\"Unlock\"}\n", "nonsense\n", "\n", "{}\n"}) {
        try (SocketChannel shell = rawShell()) {
          write(shell, nonsense);
          assertThat(readAll(shell)).isEmpty();
        }
      }
      assertThat(agentHeard).allMatch(heard -> heard.startsWith("arrived") || heard.equals("lost"));
    }
  }

  @Test
  void closesOnALineWithoutEnd() throws Exception {
    try (ShellServer _ = listen(user("user.name"));
        SocketChannel shell = rawShell()) {
      awaitAgent("arrived " + READY);

      write(shell, "x".repeat(ShellMessages.LONGEST_FROM_SHELL + 1));

      awaitAgent("arrived " + READY, "lost");
    }
  }

  @Test
  void refusesAShellThatDoesNotBeginWithReady() throws Exception {
    try (ShellServer _ = listen(user("user.name"));
        SocketChannel shell = SocketChannel.open(UnixDomainSocketAddress.of(socketPath))) {
      write(shell, "{\"type\":\"TakeNow\"}\n");

      assertThat(readAll(shell)).isEmpty();
      assertThat(agentHeard).isEmpty();
    }
  }

  @Test
  void refusesAProgramOfAnotherUser() throws Exception {
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path program = dir.resolve("Knock.java");
    Files.copy(resource("Knock.java"), program);
    try (ShellServer server = listen(user("user.name"))) {
      Files.setPosixFilePermissions(socketPath, PosixFilePermissions.fromString("rw-rw-rw-"));

      arrivals = () -> server.send(ABOUT);
      assertThat(knockAs(0, program)).isEqualTo("answered");
      assertThat(knockAs(NOBODY, program)).isEqualTo("closed");

      awaitAgent("arrived " + new Ready(800, 600), "lost");
    }
  }

  @Test
  void onlyTheShellsUserMayTouchTheSocketFile() throws Exception {
    UserPrincipal nobody =
        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    try (ShellServer _ = listen(nobody)) {
      assertThat(Files.getOwner(socketPath)).isEqualTo(nobody);
      assertThat(Files.getPosixFilePermissions(socketPath))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private ShellServer listen(UserPrincipal user) throws IOException {
    return ShellServer.listen(
        socketPath,
        user,
        new ShellServer.Listener() {
          @Override
          public void arrived(Ready shell) {
            agentHeard.add("arrived " + shell);
            arrivals.run();
          }

          @Override
          public void said(FromShell message) {
            agentHeard.add(message.toString());
          }

          @Override
          public void lost() {
            agentHeard.add("lost");
          }
        });
  }

  private AgentConnection connect() {
    AtomicReference<AgentConnection> self = new AtomicReference<>();
    AgentConnection shell =
        new AgentConnection(
            socketPath,
            shellThread,
            new AgentConnection.Listener() {
              @Override
              public void connected() {
                requireNonNull(self.get()).send(READY);
              }

              @Override
              public void received(ToShell message) {
                shellHeard.add(message.toString());
              }

              @Override
              public void disconnected() {}
            });
    self.set(shell);
    shell.start();
    return shell;
  }

  /** Says it is ready, as this user, and tells whether it got anything before the end. */
  private String knockAs(int uid, Path program) throws Exception {
    Process process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=" + uid,
                "--regid=" + uid,
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                socketPath.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      return output.lines().collect(joining("\n"));
    }
  }

  private static void stop(ShellServer server) throws IOException {
    server.close();
  }

  private static InputStream resource(String name) {
    return requireNonNull(ShellSocketTest.class.getResourceAsStream(name));
  }

  private SocketChannel rawShell() throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socketPath));
    write(channel, "{\"type\":\"Ready\",\"screenWidth\":1280,\"screenHeight\":800}\n");
    return channel;
  }

  private static void write(SocketChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** What comes until the other side closes. */
  private static String readAll(SocketChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1024);
    try {
      while (channel.read(bytes) >= 0) {
        assertThat(bytes.hasRemaining()).isTrue();
      }
    } catch (IOException closedWhileWeWrote) {
      assertThat(closedWhileWeWrote).hasMessageContaining("reset");
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private void awaitAgent(String... heard) {
    await()
        .atMost(10, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(agentHeard).containsExactly(heard));
  }

  private static UserPrincipal user(String property) throws IOException {
    return FileSystems.getDefault()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty(property));
  }
}
