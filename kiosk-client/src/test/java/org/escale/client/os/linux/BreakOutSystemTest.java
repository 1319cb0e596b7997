package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A visitor's program tries to reach the kernel, the machine's files, or more of the machine than
 * is hers. What was tried stands in docs/security.md.
 */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakOutSystemTest {

  private static final int NOT_PERMITTED = 1;
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  /** A socket that is bound in looks like a plain file in its folder. */
  private static final String LIST_SOCKETS =
      "find /run /tmp /var /home /dev /etc -print0 2>/dev/null"
          + " | perl -0 -ne 'chomp; print \"$_\\n\" if -S $_'";

  private OpenedVisit visit;
  private Insider insider;

  @BeforeAll
  void setUp() throws Exception {
    visit = new OpenedVisit(82);
    insider = visit.insider();
  }

  @AfterAll
  void tearDown() throws Exception {
    visit.close();
  }

  @Test
  void wideDoorsIntoTheKernelAreShut() {
    String[] calls = SeccompFilter.REFUSED.toArray(String[]::new);

    List<String> said = insider.intrude(with("call", calls));

    assertThat(said).hasSameSizeAs(calls).allMatch(line -> line.endsWith(" errno 1"));
  }

  @Test
  void opensOnlySocketsOfTheInternetAndOfItsOwn() {
    List<String> said =
        insider.intrude(
            "socket", "1:1:0", "2:1:0", "2:2:0", "10:1:0", "16:3:0", // what programs need
            "16:3:12", "16:3:6", "16:3:16", // firewall, IPsec, and others behind netlink
            "17:3:3", "29:3:1", "31:3:1", "38:5:0", "40:1:0", "44:3:0", "9:5:0");

    assertThat(said.subList(0, 5)).allMatch(line -> line.endsWith(" done"));
    assertThat(said.subList(5, said.size()))
        .hasSize(10)
        .allMatch(line -> line.endsWith(" errno " + NOT_PERMITTED));
  }

  @Test
  void theDoorOf32BitProgramsIsShutToo() throws Exception {
    Path door = insider.root().resolve("tmp/old-door");
    Files.write(door, OldDoor.program());
    Machine.run("chmod", "0755", door.toString());

    assertThat(insider.run("/tmp/old-door").exitCode()).as("killed").isGreaterThan(128);
  }

  @Test
  void seesNoFileOfAnotherUserAndNoPlaceOfTheStation() {
    assertThat(insider.run("ls -A /home").output()).isEqualToIgnoringWhitespace("visitor");
    assertThat(insider.run("ls -A /run /run/user /var").output().lines())
        .containsOnlyOnce("/run:", "/run/user:", "/var:", "escale", "user", "tmp")
        .hasSize(9);
    assertThat(insider.run("cat /etc/shadow /root/.bashrc " + visit.station().dir()).output())
        .doesNotContainPattern("(?m)^(?!cat: )");
    assertThat(insider.run("cut -d: -f1 /etc/passwd").output()).doesNotContain("kiosk", "esct");
  }

  @Test
  void findsNoSocketOfTheMachine() {
    String sockets = insider.run(LIST_SOCKETS).output();
    String bus = insider.run("ls /run/dbus /var/run/dbus /run/systemd /run/user/0").output();

    assertThat(sockets.lines().filter(line -> !line.contains("SingletonSocket")))
        .containsExactly("/tmp/.X11-unix/X87");
    assertThat(bus.lines()).allMatch(line -> line.endsWith("No such file or directory"));
    assertThat(insider.run("cat /proc/net/unix").output()).doesNotContain("/run/", "@/tmp/.X11");
  }

  @Test
  void tellsTheKernelNothing() {
    String tries =
        """
        echo h >/proc/sysrq-trigger
        echo '|/tmp/x' >/proc/sys/kernel/core_pattern
        echo 1 >/proc/sys/net/ipv4/ip_forward
        unshare -Ur sh -c 'echo h >/proc/sysrq-trigger'
        unshare -Ur sh -c 'echo x >/proc/sys/kernel/core_pattern'
        unshare -Urm mount -t cgroup2 none /mnt
        unshare -Ur sh -c 'echo 0 >/proc/sys/kernel/randomize_va_space'
        dmesg
        mknod /tmp/disk b 254 0
        chroot / true
        """;

    for (String attempt : tries.lines().toList()) {
      assertThat(insider.run(attempt).exitCode()).as(attempt).isNotZero();
    }
  }

  @Test
  void aForkBombStaysWithinItsFenceAndIsHiddenAndErased() throws Exception {
    insider.run("bomb() { bomb | bomb & }; bomb >/dev/null 2>&1 &");
    await().atMost(A_WHILE).until(() -> visit.figure("pids.events").matches("max [1-9].*"));

    visit.hideAndComeBack();

    assertThat(Integer.parseInt(visit.figure("pids.current")))
        .isLessThanOrEqualTo(visit.station().settings().limits().processes());
    visit.eraseAndOpenAgain();
  }

  @Test
  void whoTakesAllTheMemoryIsKilledAlone() {
    Machine.Ended ended = insider.run("perl -e '$all = \"x\" x 6e9'");

    assertThat(ended.exitCode()).as("killed").isEqualTo(137);
    visit.assertNothingGotOut();
  }

  /** An agent that is spared would spare all that it starts. */
  @Test
  void whatRunsInAVisitIsKilledBeforeTheStationsOwn() {
    Machine.Ended ended = insider.run("cat /proc/self/oom_score_adj");

    assertThat(ended.output().strip()).isEqualTo("500");
  }

  @Test
  void aFullDisplayEndsTheVisitAndIsErased() throws Exception {
    insider.beginToIntrude("fill-display");

    await().atMost(A_WHILE).until(visit::isLost);

    visit.eraseAndOpenAgain();
  }

  private static String[] with(String first, String... rest) {
    String[] all = new String[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
