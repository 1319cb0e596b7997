package org.escale.client.os.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The small bubble of a visit's sound server, which reads what the visit's programs send: whoever
 * took it over would find no network, no file, no microphone and no other process.
 */
final class SoundRoot {

  /** Enough to become the server's user; gone with that. */
  private static final List<String> CAPABILITIES_AT_FIRST =
      List.of("CAP_SETGID", "CAP_SETPCAP", "CAP_SETUID");

  private final LinuxSettings settings;
  private final Path socketDir;
  private final Path etcDir;
  private final List<String> words = new ArrayList<>();

  /**
   * @param socketDir where the server makes its socket
   * @param etcDir the files made for its /etc
   */
  SoundRoot(LinuxSettings settings, Path socketDir, Path etcDir) {
    this.settings = settings;
    this.socketDir = socketDir;
    this.etcDir = etcDir;
  }

  /**
   * The whole command; descriptor 9 must be open for the filter.
   *
   * @param cards the groups that may use the devices
   */
  List<String> command(List<Path> devices, Account account, Set<Integer> cards) {
    separate();
    programs();
    files();
    devices(devices);
    add("--remount-ro", "/");
    add("--chdir", "/");
    words.addAll(Privileges.drop(account, cards));
    add("pulseaudio");
    return List.copyOf(words);
  }

  private void separate() {
    add("bwrap", "--seccomp", "9", "--die-with-parent", "--new-session");
    add("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup", "--unshare-net");
    add("--cap-drop", "ALL");
    CAPABILITIES_AT_FIRST.forEach(capability -> add("--cap-add", capability));
  }

  private void programs() {
    add("--ro-bind", "/usr", "/usr");
    for (String name : List.of("bin", "lib", "lib32", "lib64", "libx32", "sbin")) {
      if (Files.isSymbolicLink(Path.of("/", name))) {
        add("--symlink", "usr/" + name, "/" + name);
      }
    }
  }

  private void files() {
    add("--proc", "/proc");
    add("--dev", "/dev");
    add("--perms", "1777", "--size", Long.toString(settings.limits().soundBytes() / 4));
    add("--tmpfs", "/tmp");
    List.of("/etc", "/etc/pulse", "/run").forEach(this::folder);
    add("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache");
    add("--ro-bind-try", "/etc/asound.conf", "/etc/asound.conf");
    add("--ro-bind", etcDir.resolve(SoundEtc.GROUP).toString(), "/etc/group");
    add("--ro-bind", etcDir.resolve(SoundEtc.SCRIPT).toString(), "/etc/pulse/default.pa");
    add("--ro-bind", rulesPath().toString(), "/etc/pulse/daemon.conf");
    add("--bind", socketDir.toString(), SoundEtc.SOCKET_DIR);
  }

  private void devices(List<Path> devices) {
    if (!devices.isEmpty()) {
      folder("/dev/snd");
    }
    devices.forEach(device -> add("--dev-bind", device.toString(), device.toString()));
  }

  private void folder(String inside) {
    add("--perms", "0755", "--dir", inside);
  }

  private Path rulesPath() {
    return settings.stationDir().resolve("sound/daemon.conf");
  }

  static Map<String, String> environment(Account account) {
    return Map.of(
        "PATH",
        "/usr/bin:/bin",
        "LANG",
        "C.UTF-8",
        "USER",
        account.name(),
        "HOME",
        "/tmp",
        "PULSE_RUNTIME_PATH",
        "/tmp/run",
        "PULSE_STATE_PATH",
        "/tmp/state");
  }

  private void add(String... more) {
    words.addAll(List.of(more));
  }
}
