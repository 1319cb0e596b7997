package org.escale.client.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One thing of each kind is planted for real: all are found, and nothing once they are gone. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditSystemTest {

  private static final String VISITOR = "escavisit";
  private static final String STATION = "esca";
  private static final Path RUN = Path.of("/run/escale-audit-test");

  private final List<Process> programs = new ArrayList<>();
  private int uid;

  @BeforeAll
  void setUp() {
    assertThat(run("id -u").strip()).as("this system test needs root").isEqualTo("0");
    run(
        "id "
            + VISITOR
            + " || useradd --system --uid 7471 --no-create-home --shell /bin/sh "
            + VISITOR);
    uid = Integer.parseInt(run("id -u " + VISITOR).strip());
    run("mkdir -p " + RUN + "/disk " + RUN + "/spool && mount -t tmpfs disk " + RUN + "/disk");
  }

  @AfterAll
  void tearDown() {
    unplant();
    run("umount -l " + RUN + "/disk; rm -rf " + RUN + "; userdel " + VISITOR);
  }

  @Test
  void findsOneOfEachKindAndNothingAfterwards() throws Exception {
    Instant since = Instant.now();
    plant();

    Map<Kind, Set<String>> found = audit(since);

    assertThat(found.keySet()).containsAll(EnumSet.complementOf(EnumSet.of(Kind.NOT_SEEN)));
    assertThat(found.get(Kind.NEW_FILE)).contains(RUN + "/disk");
    assertThat(found.get(Kind.FILE)).contains("a mount that only a process has");
    assertThat(found.get(Kind.IPC)).containsExactlyInAnyOrder("shm", "sem", "msg");
    assertThat(found.get(Kind.NETWORK)).contains("namespace", "cable");
    assertThat(found.toString()).doesNotContain("planted");

    unplant();

    assertThat(audit(null)).isEmpty();
  }

  @Test
  void tellsTheKernelsOwnEmptyKeyringsFromKeys() {
    assertThat(KernelScan.isEmpty(992, "2/200", "22/20000")).isTrue();
    assertThat(KernelScan.isEmpty(1001, "2/200", "28/20000")).isTrue();
    assertThat(KernelScan.isEmpty(992, "0/200", "0/20000")).isTrue();
    assertThat(KernelScan.isEmpty(992, "2/200", "19/20000")).isFalse();
    assertThat(KernelScan.isEmpty(992, "3/200", "33/20000")).isFalse();
  }

  private void plant() throws IOException {
    start(asVisitor("sleep 9997"));
    start(asVisitor("exec 3>/var/tmp/planted-held; rm /var/tmp/planted-held; exec sleep 9996"));
    run(asVisitor("echo x >/var/tmp/planted-file"));
    Files.writeString(RUN.resolve("disk/planted-by-root"), "x");
    start(
        "unshare --mount sh -c 'mount -t tmpfs home /home && touch /home/planted && chown "
            + VISITOR
            + " /home/planted && touch /home/ready && exec sleep 9995'");
    run(asVisitor("ipcmk -M 4096; ipcmk -S 1; ipcmk -Q"));
    run("mkdir -p " + cgroups() + "/" + STATION + "-visit");
    run(asVisitor("keyctl session - keyctl add user planted x @u"));
    Files.write(
        RUN.resolve("spool/c00001"), ("\u0001\u0001" + VISITOR).getBytes(StandardCharsets.UTF_8));
    Files.writeString(RUN.resolve("spool/d00001-001"), "a page");
    run(
        "mkdir -p /tmp/.X11-unix; touch /tmp/.X11-unix/X971; chown "
            + VISITOR
            + " /tmp/.X11-unix/X971");
    run("ip netns add " + STATION + "; ip link add " + STATION + "-m type veth peer name esca-v");
    await().until(() -> run("pgrep -f 'sleep 999[5-7]' || true").lines().count() >= 3);
  }

  private void unplant() {
    programs.forEach(program -> program.descendants().forEach(ProcessHandle::destroyForcibly));
    programs.forEach(Process::destroyForcibly);
    run("pkill -KILL -u " + VISITOR + " || true");
    await().until(() -> run("pgrep -f 'sleep 999[5-7]' || true").isBlank());
    run("rm -f /var/tmp/planted-file /tmp/.X11-unix/X971 " + RUN + "/spool/*");
    for (String kind : List.of("m", "s", "q")) {
      run(
          "ipcs -%1$s | awk '$3 == \"%2$s\" { print $2 }' | xargs -r -n1 ipcrm -%1$s"
              .formatted(kind, VISITOR));
    }
    run("rmdir " + cgroups() + "/" + STATION + "-visit || true");
    run(asVisitor("keyctl session - keyctl clear @u") + " || true");
    run("ip netns delete " + STATION + " || true; ip link delete " + STATION + "-m || true");
  }

  private Map<Kind, Set<String>> audit(@Nullable Instant since) {
    AuditScope scope =
        new AuditScope(
            Map.of(VISITOR, uid),
            STATION,
            RUN,
            since,
            List.of(Path.of("/proc"), Path.of("/var/log")));
    long start = System.nanoTime();
    List<Finding> found = new Audit(scope, List.of(RUN.resolve("spool"))).run();
    System.out.println((System.nanoTime() - start) / 1_000_000 + " ms: " + found);
    return found.stream()
        .filter(finding -> since != null || !finding.place().equals("below the run folder"))
        .collect(
            Collectors.groupingBy(
                Finding::kind, Collectors.mapping(Finding::place, Collectors.toSet())));
  }

  private static String asVisitor(String script) {
    return "setpriv --reuid=" + VISITOR + " --clear-groups sh -c '" + script + "'";
  }

  private static String cgroups() {
    return run("findmnt -n -o TARGET -t cgroup2 | head -1").strip();
  }

  private void start(String script) throws IOException {
    programs.add(
        new ProcessBuilder("bash", "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  private static String run(String script) {
    try {
      Process process = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(script + ": " + output).isZero();
      return output;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
