package org.escale.client.os.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of what is let into a bubble. Whatever is not named here is not there. Makes the
 * arguments of bubblewrap; looks at the machine only to leave out what it does not have.
 */
final class BubbleRoot {

  /** The browser's policy of this visit, among the files made for its /etc. */
  static final String POLICY = "browser-policy.json";

  /** Where programs find the visit's sound. */
  static final String SOUND_DIR = "/run/escale/sound";

  static final Path HOME = Path.of("/home/visitor");

  /** Settings of libraries, the same on every machine and without secrets. */
  private static final List<String> FROM_ETC =
      List.of(
          "X11",
          "alternatives",
          "ca-certificates",
          "debian_version",
          "fonts",
          "gtk-3.0",
          "ld.so.cache",
          "ld.so.conf",
          "ld.so.conf.d",
          "localtime",
          "mime.types",
          "os-release",
          "ssl/certs",
          "timezone",
          "xdg");

  /** Enough to hand the home over and to become the visitor; gone with that. */
  private static final List<String> CAPABILITIES_AT_FIRST =
      List.of(
          "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FOWNER", "CAP_SETGID", "CAP_SETPCAP", "CAP_SETUID");

  /** Where programs look for CUPS. */
  private static final String PRINT_SOCKET = "/run/cups/cups.sock";

  private static final String OPEN_TO_ALL = "1777";

  private final LinuxSettings settings;
  private final Account visitor;
  private final Path etcDir;
  private final @Nullable Path soundDir;
  private final @Nullable Path sticksDir;
  private final List<String> arguments = new ArrayList<>();

  /**
   * @param etcDir the files made for this visit's /etc
   * @param soundDir where the sound server's socket appears; null if no sound is let in
   * @param sticksDir where sticks appear; null if none are let in
   */
  BubbleRoot(
      LinuxSettings settings,
      Account visitor,
      Path etcDir,
      @Nullable Path soundDir,
      @Nullable Path sticksDir) {
    this.settings = settings;
    this.visitor = visitor;
    this.etcDir = etcDir;
    this.soundDir = soundDir;
    this.sticksDir = sticksDir;
  }

  /** All of them, in order. */
  List<String> arguments(Path displaySocketPath, Path cookiePath) {
    separate();
    programs();
    etc();
    kernelFolders();
    writableFolders();
    stationFiles(displaySocketPath, cookiePath);
    printing();
    sound();
    sticks();
    add("--remount-ro", "/");
    add("--chdir", "/");
    return List.copyOf(arguments);
  }

  static Path runtimeDir(Account visitor) {
    return Path.of("/run/user", Integer.toString(visitor.uid()));
  }

  private void separate() {
    add("--die-with-parent");
    add("--new-session");
    add("--unshare-pid");
    add("--unshare-ipc");
    add("--unshare-uts");
    add("--unshare-cgroup");
    add("--hostname", "station");
    add("--cap-drop", "ALL");
    CAPABILITIES_AT_FIRST.forEach(capability -> add("--cap-add", capability));
  }

  private void programs() {
    readOnly(Path.of("/usr"), "/usr");
    for (String name : List.of("bin", "lib", "lib32", "lib64", "libx32", "sbin")) {
      if (Files.isSymbolicLink(Path.of("/", name))) {
        add("--symlink", "usr/" + name, "/" + name);
      }
    }
  }

  private void etc() {
    folder("/etc");
    folder("/etc/ssl");
    for (String name : FROM_ETC) {
      if (Files.exists(Path.of("/etc", name))) {
        readOnly(Path.of("/etc", name), "/etc/" + name);
      }
    }
    for (String name : VisitEtc.NAMES) {
      readOnly(etcDir.resolve(name), "/etc/" + name);
    }
    browserPolicies();
  }

  private void browserPolicies() {
    folder("/etc/chromium");
    folder("/etc/chromium/policies");
    folder("/etc/chromium/policies/managed");
    Path bubbleDir = settings.bubbleDir();
    folder("/etc/chromium.d");
    readOnly(bubbleDir.resolve("browser/flags"), "/etc/chromium.d/escale");
    readOnly(etcDir.resolve(POLICY), "/etc/chromium/policies/managed/escale.json");
    settings.extraPolicyPaths().forEach(this::policy);
  }

  private void policy(Path path) {
    readOnly(path, "/etc/chromium/policies/managed/" + path.getFileName());
  }

  private void kernelFolders() {
    add("--proc", "/proc");
    add("--dev", "/dev");
  }

  private void writableFolders() {
    VisitLimits limits = settings.limits();
    folder("/home");
    folder("/var");
    folder("/run");
    folder("/run/user");
    memory("0700", limits.homeBytes(), HOME.toString());
    memory(OPEN_TO_ALL, limits.temporaryBytes(), "/tmp");
    memory(OPEN_TO_ALL, limits.keptTemporaryBytes(), "/var/tmp");
    memory(OPEN_TO_ALL, limits.sharedMemoryBytes(), "/dev/shm");
    memory("0700", limits.runBytes(), runtimeDir(visitor).toString());
  }

  private void stationFiles(Path displaySocketPath, Path cookiePath) {
    Path bubbleDir = settings.bubbleDir();
    folder("/tmp/.X11-unix");
    readOnly(displaySocketPath, displaySocketPath.toString());
    folder("/run/escale");
    readOnly(cookiePath, "/run/escale/xauthority");
    readOnly(bubbleDir.resolve("home"), "/run/escale/home");
    readOnly(bubbleDir.resolve("prepare"), "/run/escale/prepare");
    readOnly(bubbleDir.resolve("launcher"), "/run/escale/launcher");
    readOnly(bubbleDir.resolve("save"), "/run/escale/save");
    readOnly(bubbleDir.resolve("receive"), "/run/escale/receive");
    readOnly(bubbleDir.resolve("openbox/rc.xml"), "/run/escale/openbox.xml");
  }

  /** Where CUPS does not run, the visit opens without a printer. */
  private void printing() {
    if (!settings.devices().printer().isEmpty()) {
      folder("/run/cups");
      add("--ro-bind-try", settings.devices().printSocketPath().toString(), PRINT_SOCKET);
    }
  }

  /** The folder, so that nobody waits for the socket that the server makes in it. */
  private void sound() {
    if (soundDir != null) {
      readOnly(soundDir, SOUND_DIR);
    }
  }

  /** What is mounted there later appears inside, with the limits it was mounted with. */
  private void sticks() {
    if (sticksDir != null) {
      readOnly(sticksDir, Sticks.INSIDE_DIR);
    }
  }

  private void readOnly(Path outside, String inside) {
    add("--ro-bind", outside.toString(), inside);
  }

  private void folder(String inside) {
    add("--perms", "0755");
    add("--dir", inside);
  }

  private void memory(String permissions, long bytes, String inside) {
    add("--perms", permissions);
    add("--size", Long.toString(bytes));
    add("--tmpfs", inside);
  }

  private void add(String... words) {
    arguments.addAll(List.of(words));
  }
}
