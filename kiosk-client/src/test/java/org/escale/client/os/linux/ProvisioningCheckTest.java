package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What {@code provisioning/check} says of a machine on which every piece stands, and of the same
 * with pieces missing or weakened.
 */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvisioningCheckTest {

  private static final Path PROVISIONING =
      Path.of("..", "provisioning").toAbsolutePath().normalize();

  /** What a running station has beside the pieces: the kernel's word, users, print service. */
  private static final String LIVE_MACHINE =
      """
      sed -n 's/^\\([a-z][a-z_.0-9]*\\) = /\\1 /p' etc/sysctl.d/90-escale.conf | while read -r name value; do
        path=proc/sys/$(echo "$name" | tr . /)
        mkdir -p "$(dirname "$path")" && echo "$value" > "$path"
      done
      echo 'Filename Type Size Used Priority' > proc/swaps
      echo '/dev/zram0 partition 1000 0 100' >> proc/swaps
      echo 'BOOT_IMAGE=/vmlinuz root=/dev/sda1 quiet' > proc/cmdline
      mkdir -p proc/self proc/700 proc/701 sys/fs/cgroup usr/sbin boot/grub
      echo '20 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw' > proc/self/mountinfo
      echo '21 20 0:20 / /run rw - tmpfs tmpfs rw' >> proc/self/mountinfo
      echo 'cpuset cpu io memory pids' > sys/fs/cgroup/cgroup.controllers
      for unit in screen window-manager agent; do
        mkdir -p sys/fs/cgroup/system.slice/escale-$unit.service
        echo 700 > sys/fs/cgroup/system.slice/escale-$unit.service/cgroup.procs
      done
      printf '%s\\0' /usr/lib/xorg/Xorg :0 vt1 -auth /run/escale-screen/authority \\
        -nolisten tcp -nolisten local > proc/700/cmdline
      echo Xorg > proc/700/comm
      printf 'bash\\0' > proc/701/cmdline
      echo bash > proc/701/comm
      echo 'root:x:0:0:root:/root:/bin/bash' > etc/passwd
      echo 'root:*:19000:0:99999:7:::' > etc/shadow
      echo 'root:x:0:' > etc/group
      for user in visitor escale-display escale-sound kiosk; do
        echo "$user:x:99:99::/nonexistent:/usr/sbin/nologin" >> etc/passwd
        echo "$user:!:19000::::::" >> etc/shadow
        echo "$user:x:99:" >> etc/group
      done
      echo 'root ALL=(ALL:ALL) ALL' > etc/sudoers
      touch usr/sbin/cupsd
      printf 'set superusers="centre"\\npassword_pbkdf2 centre grub.pbkdf2.x\\nset timeout=0\\n' > boot/grub/grub.cfg
      """;

  /**
   * A line for each: the piece, and what weakens it. What stands together is done together; the
   * rounds between empty lines each begin with a whole machine.
   */
  private static final String WEAKENED =
      """
      sysctl kernel.sysrq | echo 438 > proc/sys/kernel/sysrq
      sysctl kernel.core_pattern | echo core > proc/sys/kernel/core_pattern
      sysctl user.max_user_namespaces | echo 0 > proc/sys/user/max_user_namespaces
      swap | echo '/dev/sda2 partition 9 0 -2' >> proc/swaps
      kernel command line | echo 'root=/dev/sda1 init=/bin/sh' > proc/cmdline
      control groups | echo 'cpuset cpu io pids' > sys/fs/cgroup/cgroup.controllers
      udev rules | rm etc/udev/rules.d/90-escale.rules
      polkit rules | sed -i s/kiosk/somebody/ etc/polkit-1/rules.d/00-escale.rules
      polkit's first rule | mkdir -p usr/share/polkit-1/rules.d && touch usr/share/polkit-1/rules.d/00-distribution.rules
      limits | chmod o+w etc/security/limits.d/90-escale.conf
      PAM for the screen | echo 'auth required pam_permit.so' > etc/pam.d/escale-screen
      kernel modules | rm etc/modprobe.d/escale.conf
      folders in memory | rm etc/tmpfiles.d/escale.conf
      cron | echo visitor >> etc/cron.allow
      at | rm etc/at.allow
      keys of power and sleep | mkdir -p usr/lib/systemd/logind.conf.d && printf '[Login]\\nNAutoVTs=6\\n' > usr/lib/systemd/logind.conf.d/99-more.conf
      journal | rm etc/systemd/journald.conf.d/90-escale.conf
      core dumps of systemd | printf '[Coredump]\\nStorage=external\\n' > etc/systemd/coredump.conf.d/95-more.conf
      Ctrl+Alt+Del | sed -i s/=none/=reboot-force/ etc/systemd/system.conf.d/90-escale.conf
      journal on disk | mkdir -p var/log/journal
      getty@.service | rm etc/systemd/system/getty@.service
      ctrl-alt-del.target | ln -sfn reboot.target etc/systemd/system/ctrl-alt-del.target
      display-manager.service | ln -sfn /usr/lib/systemd/system/gdm.service etc/systemd/system/display-manager.service
      running consoles | echo agetty > proc/701/comm
      Xorg's settings | rm etc/X11/xorg.conf.d/90-escale.conf
      Xorg's other settings | printf 'Option "DontVTSwitch" "off"\\n' > etc/X11/xorg.conf
      running X server | printf '%s\\0' /usr/lib/xorg/Xorg :0 -nolisten tcp -nolisten local > proc/700/cmdline
      user visitor | sed -i '/^visitor/s,/usr/sbin/nologin,/bin/bash,' etc/passwd
      user kiosk | echo 'video:x:44:kiosk' >> etc/group
      user escale-display | sed -i 's/^escale-display:!/escale-display:/' etc/shadow
      sudo | mkdir etc/sudoers.d && echo 'kiosk ALL=(ALL) NOPASSWD: ALL' > etc/sudoers.d/kiosk
      printing | sed -i 's/PreserveJobFiles No/PreserveJobFiles 1d/' etc/cups/cupsd.conf
      sound servers | rm etc/systemd/user/pulseaudio.socket
      sound | mkdir -p etc/escale && echo 'sound = hw:0' > etc/escale/agent.properties
      automatic mounts | mkdir -p lib/systemd/system && touch lib/systemd/system/udisks2.service
      escale-agent.service | sed -i /NoNewPrivileges/d etc/systemd/system/escale-agent.service
      escale-screen unchanged | mkdir -p run/systemd/system/escale-screen.service.d && touch run/systemd/system/escale-screen.service.d/more.conf
      escale-screen running | : > sys/fs/cgroup/system.slice/escale-screen.service/cgroup.procs
      escale-agent.service.requires/escale-lock | rm etc/systemd/system/escale-agent.service.requires/*
      the station's files | echo '{}' > usr/share/escale/station/bubble/policies/escale.json
      boot menu's settings | rm etc/default/grub.d/90-escale.cfg
      boot menu | sed -i /password/d boot/grub/grub.cfg

      swap | echo '/swap.img file 9 0 -2' >> proc/swaps
      polkit's first rule | mkdir -p run/polkit-1/rules.d && touch run/polkit-1/rules.d/00-a.rules
      running X server | printf '%s\\0' /usr/lib/xorg/Xorg :0 -auth x -nolisten local > proc/700/cmdline
      user visitor | sed -i '/^visitor/d' etc/passwd
      user kiosk | sed -i '/^kiosk/s/:99:99:/:0:0:/' etc/passwd
      printing | sed -i 's,^RequestRoot.*,RequestRoot /var/spool/cups,' etc/cups/cups-files.conf
      sudo | echo 'ALL ALL=(ALL) NOPASSWD: ALL' >> etc/sudoers
      boot menu | sed -i 's/timeout=0/timeout=5/' boot/grub/grub.cfg
      sound | mkdir -p etc/escale usr/bin && echo 'sound = hw:0' > etc/escale/agent.properties && touch usr/bin/pulseaudio usr/sbin/alsactl
      the station's files | chmod o+w usr/share/escale/station/bubble/launcher

      /run | sed -i /tmpfs/d proc/self/mountinfo
      printing | true
      running X server | printf '%s\\0' /usr/lib/xorg/Xorg :0 -auth x -nolisten tcp -nolisten local -ac > proc/700/cmdline

      printing | echo 'Listen 0.0.0.0:631' >> etc/cups/cupsd.conf

      printing | sed -i 's/^PageLogFormat.*/PageLogFormat %p %u/' etc/cups/cupsd.conf
      """;

  private Path machine;
  private Path parent;

  private record Said(int exitCode, Map<String, String> lines) {

    Set<String> named(String verdict) {
      return lines.entrySet().stream()
          .filter(line -> line.getValue().equals(verdict))
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @BeforeAll
  void putInPlace() throws IOException {
    parent = Files.createTempDirectory("escale-check");
    machine = Files.createDirectory(parent.resolve("machine"));
    Machine.run(
        PROVISIONING.resolve("station/put-in-place").toString(), "--root", machine.toString());
    in(machine, LIVE_MACHINE);
  }

  @AfterAll
  void removeAll() {
    Machine.run("rm", "-rf", parent.toString());
  }

  @Test
  void holdsWhereEveryPieceStands() {
    Said said = check(machine);

    assertThat(said.named("does not hold")).isEmpty();
    assertThat(said.named("cannot be told")).isEmpty();
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void namesEachPieceThatIsMissingOrWeak() throws IOException {
    for (String round : WEAKENED.split("\n\n", -1)) {
      Path copy = Files.createTempDirectory(parent, "weakened");
      Machine.run("cp", "-aT", machine.toString(), copy.toString());
      Set<String> weakened = new TreeSet<>();
      for (String line : round.lines().toList()) {
        String[] parts = line.split(" \\| ", 2);
        weakened.add(parts[0]);
        in(copy, parts[1]);
      }

      Said said = check(copy);

      assertThat(said.named("does not hold")).isEqualTo(weakened);
      assertThat(said.exitCode()).isEqualTo(1);
    }
  }

  /** Nothing could be looked at, so nothing that only a running machine can say may hold. */
  @Test
  void claimsNothingOfWhatItCannotSee() throws IOException {
    Path empty = Files.createDirectory(parent.resolve("empty"));

    Said said = check(empty);

    assertThat(said.named("cannot be told"))
        .contains("sysctl kernel.sysrq", "swap", "kernel command line", "control groups", "/run")
        .contains("running consoles", "running X server", "escale-agent running", "boot menu");
    assertThat(said.exitCode()).isEqualTo(1);
  }

  private static void in(Path dir, String script) {
    Machine.run("bash", "-euc", "cd \"$1\"\n" + script, "bash", dir.toString());
  }

  private static Said check(Path root) {
    Machine.Ended ended =
        Machine.attempt(PROVISIONING.resolve("check").toString(), "--root", root.toString());
    Map<String, String> lines = new TreeMap<>();
    for (String line : ended.output().lines().toList()) {
      assertThat(line).matches("(holds|does not hold|cannot be told) +[^:]+: .+");
      String verdict = line.substring(0, 16).strip();
      lines.merge(line.substring(16).split(": ", 2)[0], verdict, (one, other) -> one + other);
    }
    return new Said(ended.exitCode(), lines);
  }
}
