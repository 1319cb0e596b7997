package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A shell, as far as it goes: what it may be and see. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinuxShellHostSystemTest {

  private static final String SAYS_WHAT_IT_IS =
      """
      set -- $(grep Uid: /proc/$$/status); echo "user $2 $3 $4 $5"
      echo "no new privileges $(grep NoNewPrivs: /proc/$$/status | cut -f 2)"
      grep Cap /proc/$$/status | while read -r set value; do echo "capabilities $value"; done
      sed -n 's/^ *\\([^:]*\\):.*/interface \\1/p' /proc/net/dev
      tr '\\0' '\\n' </proc/$$/environ | sed -n 's/^\\([^=]*\\)=.*/environment \\1/p'
      ls /proc/$$/fd | sed 's/^/open /'
      echo told
      exec sleep 1000
      """;

  private TestStation station;
  private Path logPath;

  @BeforeAll
  void setUp() {
    station = new TestStation(70);
    logPath = station.settings().runDir().resolve("shell.log");
  }

  @AfterAll
  void tearDown() {
    station.close();
  }

  @Test
  void isAnotherUserWithoutNetworkPrivilegesOrAnythingOfTheAgents() throws Exception {
    LinuxShellHost host = host("/bin/sh", "-c", SAYS_WHAT_IT_IS);
    try (InputStream _ = Files.newInputStream(Path.of("/etc/shadow"))) {
      host.start(() -> {});
      await().until(() -> Files.exists(logPath) && said().contains("told"));
    } finally {
      host.stop();
    }

    String uid = Machine.run("id", "-u", TestStation.SHELL_USER).strip();
    assertThat(said()).contains("user " + String.join(" ", uid, uid, uid, uid));
    assertThat(said()).contains("no new privileges 1");
    assertThat(all("capabilities ")).containsOnly("0000000000000000");
    assertThat(all("interface ")).containsExactly("lo");
    assertThat(all("environment "))
        .containsExactlyInAnyOrder("PATH", "LANG", "HOME", "USER", "DISPLAY", "XAUTHORITY");
    assertThat(all("open ")).containsExactlyInAnyOrder("0", "1", "2");
  }

  @Test
  void isReportedOnceWhenItEndsByItself() throws Exception {
    AtomicInteger ended = new AtomicInteger();
    LinuxShellHost host = host("/bin/true");

    host.start(ended::incrementAndGet);

    await().until(() -> ended.get() == 1);
    host.stop();
    assertThat(ended).hasValue(1);
  }

  @Test
  void isGoneAndNotReportedWhenItIsStopped() throws Exception {
    AtomicInteger ended = new AtomicInteger();
    LinuxShellHost host = host("/bin/sleep", "1000");
    host.start(ended::incrementAndGet);
    await().until(() -> shellRuns());

    host.stop();

    await().until(() -> !shellRuns());
    assertThat(ended).hasValue(0);
  }

  private LinuxShellHost host(String... command) {
    return new LinuxShellHost(station.settings(), new CommandRunner(), List.of(command));
  }

  private static boolean shellRuns() {
    return Machine.attempt("pgrep", "-u", TestStation.SHELL_USER).exitCode() == 0;
  }

  private List<String> all(String kind) throws Exception {
    return said().stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .toList();
  }

  private List<String> said() throws Exception {
    return Files.readAllLines(logPath);
  }
}
