package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read from text that the kernel and X wrote. */
class ParsersTest {

  private static final List<String> HYBRID =
      List.of(
          "26 25 0:22 / /sys/fs/cgroup ro,nosuid shared:9 - tmpfs tmpfs ro,mode=755",
          "27 26 0:23 / /sys/fs/cgroup/unified rw,nosuid shared:10 - cgroup2 cgroup2 rw",
          "28 26 0:24 / /sys/fs/cgroup/cpu,cpuacct rw shared:11 - cgroup cgroup rw,cpu,cpuacct",
          "29 26 0:25 / /sys/fs/cgroup/memory rw shared:12 - cgroup cgroup rw,memory",
          "30 26 0:26 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids");

  @Test
  void findsControllersOfBothVersions() {
    CgroupMounts mounts = CgroupMounts.parse(HYBRID);

    assertThat(mounts.unified()).isEqualTo(Path.of("/sys/fs/cgroup/unified"));
    assertThat(mounts.perController())
        .containsEntry("memory", Path.of("/sys/fs/cgroup/memory"))
        .containsEntry("cpu", Path.of("/sys/fs/cgroup/cpu,cpuacct"))
        .containsEntry("pids", Path.of("/sys/fs/cgroup/pids"))
        .hasSize(3);
  }

  @Test
  void findsVersionTwoAlone() {
    CgroupMounts mounts =
        CgroupMounts.parse(
            List.of("29 23 0:26 / /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw,nsdelegate"));

    assertThat(mounts.unified()).isEqualTo(Path.of("/sys/fs/cgroup"));
    assertThat(mounts.perController()).isEmpty();
  }

  @Test
  void staysInsideTheGroupOfItsService() {
    assertThat(
            CgroupMounts.delegatedGroup(
                List.of("4:memory:/x", "0::/system.slice/escale-agent.service/agent")))
        .isEqualTo("/system.slice/escale-agent.service");
    assertThat(CgroupMounts.delegatedGroup(List.of("0::/user.slice/session.scope"))).isEqualTo("/");
  }

  @Test
  void readsMountPointsWithSpaces() {
    assertThat(
            Mounts.below(
                Path.of("/run/escale"),
                List.of(
                    "40 1 0:50 / /run/escale rw - tmpfs tmpfs rw",
                    "41 1 0:51 / /run/escale/a\\040b rw - tmpfs tmpfs rw",
                    "42 1 0:52 / /run/escaleother rw - tmpfs tmpfs rw")))
        .containsExactly(Path.of("/run/escale/a b"));
  }

  @Test
  void countsKeysButNotEmptyKeyrings() {
    String keys =
        """
        0fb2358d I--Q---     2 perm 1f3f0000   999 65534 keyring   _uid.999: empty
        205ef687 I--Q---     1 perm 3f010000   999   995 user      k1: 6
        2b1f1686 I--Q---     2 perm 1f3f0000     0 65534 keyring   _uid.0: empty
        """;

    assertThat(
            KernelKeys.keysOf(
                999, List.of("    0:    10 9/9 3/100 48/2500", "  999:     2 3/2 1/200 9/20000")))
        .isEqualTo(3);
    assertThat(KernelKeys.keysOf(99, List.of("  999:     2 3/2 1/200 9/20000"))).isZero();
    assertThat(KernelKeys.emptyKeyrings(999, keys)).isEqualTo(1);
  }

  @Test
  void picksSegmentsByOwner() {
    List<String> table =
        List.of(
            "       key      shmid perms       size  cpid  lpid nattch   uid   gid  cuid  cgid",
            "         0          5  1600      4096   100   101      2   999   995   999   995",
            "         0          6  1600      4096   100   101      2     0     0     0     0");

    assertThat(SharedMemory.idsOf(Set.of(999), table)).containsExactly("5");
  }

  @Test
  void seesWhoAProcessRunsAsInAnyWay() {
    String status = "Name:\tsh\nState:\tS (sleeping)\nUid:\t0\t999\t0\t0\n";

    assertThat(ProcessTable.runsAs(Set.of(999), status)).isTrue();
    assertThat(ProcessTable.runsAs(Set.of(99), status)).isFalse();
    assertThat(ProcessTable.runsAs(Set.of(999), status.replace("S (sleeping)", "Z (zombie)")))
        .isFalse();
  }

  @Test
  void readsBackTheCookieItWrote() {
    MagicCookie cookie = MagicCookie.random(new SecureRandom());

    byte[] file = Xauthority.file(7, cookie);

    assertThat(Xauthority.cookieFor(7, file)).contains(cookie);
    assertThat(Xauthority.cookieFor(8, file)).isEmpty();
    assertThat(Xauthority.cookieFor(7, "broken".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    assertThat(cookie.toString()).doesNotContain(cookie.hexDigits());
  }

  @Test
  void readsAddressesAndNetworks() {
    assertThat(Ipv4Network.parse("192.0.2.77/24")).hasToString("192.0.2.0/24");
    assertThat(Ipv4Network.parse("192.0.2.77")).hasToString("192.0.2.77/32");
    assertThat(Ipv4Network.parse("10.213.7.0/30").hostWithLength(2)).isEqualTo("10.213.7.2/30");
    assertThat(Ipv4Network.parse("0.0.0.0/0")).hasToString("0.0.0.0/0");
    assertThatThrownBy(() -> Ipv4Network.parse("fd00::1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ipv4Network.parse("1.2.3.400"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void letsNamesThroughBeforeItClosesTheRoom() {
    String rules =
        new FirewallRules(
                "escale",
                "escale-m",
                Ipv4Network.parse("10.213.7.0/30"),
                List.of(Ipv4Network.parse("198.51.100.71")),
                List.of(Ipv4Network.parse("192.168.1.1")),
                List.of(),
                true)
            .text();

    assertThat(rules.indexOf("@dns")).isLessThan(rules.indexOf("@never reject"));
    assertThat(rules).contains("198.51.100.71/32", "192.168.0.0/16", "192.168.1.1/32");
  }

  @Test
  void keepsFoldersInMemoryWellBelowTheLimit() {
    VisitLimits limits = VisitLimits.usual();

    assertThat(
            limits.homeBytes()
                + limits.temporaryBytes()
                + limits.sharedMemoryBytes()
                + limits.keptTemporaryBytes()
                + limits.runBytes())
        .isLessThan(limits.memoryBytes() * 2 / 3);
  }

  @Test
  void aVisitLeavesAMachineOfFourGigabytesAThirdOfItsMemory() {
    VisitLimits limits = VisitLimits.usual();

    assertThat(limits.memoryBytes() + limits.displayBytes())
        .isLessThan(4L * 1024 * 1024 * 1024 * 2 / 3);
  }

  @Test
  void readsWhatCanBeSetAtSoundCards() {
    MixerControls before = mixer(LeftoversSystemTest.MIXER);

    assertThat(before.values()).hasSize(3);
    assertThat(before.changedSince(before)).isZero();
    assertThat(
            mixer(LeftoversSystemTest.MIXER.replace("value.1 9", "value.1 0")).changedSince(before))
        .isEqualTo(1);
    String plugged = LeftoversSystemTest.MIXER.replace("value false", "value true");
    assertThat(mixer(plugged).changedSince(before)).as("a plug is nobody's setting").isZero();
    String unplugged = LeftoversSystemTest.MIXER.replaceFirst("(?s)state.HDMI.*", "");
    assertThat(mixer(unplugged).changedSince(before)).as("a card that is gone").isZero();
  }

  private static MixerControls mixer(String written) {
    return MixerControls.parse(written.lines().toList());
  }
}
