package org.escale.client.agent;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.escale.client.os.linux.LinuxSettings;
import org.escale.client.os.linux.VisitLimits;
import org.escale.client.station.Limits;

/**
 * What an installer decides about a station, checked.
 *
 * @param stateDir survives a restart: journal and membership
 * @param socketPath where the shell finds the agent
 * @param shellCommand the shell's program and arguments
 * @param rehearsalBrowserArguments more arguments for the browser of a rehearsal
 * @param slipPrinter the name CUPS knows the small printer for tickets by; empty: there is none
 * @param guidesOnly the browser opens the sites of guides alone
 * @param sites host names that it opens beside those of guides; only with guidesOnly
 */
record AgentConfig(
    Adapter adapter,
    Path stateDir,
    Path socketPath,
    List<String> shellCommand,
    Limits limits,
    LinuxSettings linux,
    List<String> rehearsalBrowserArguments,
    String slipPrinter,
    boolean guidesOnly,
    List<String> sites) {

  private static final long MEBIBYTE = 1024L * 1024;

  /** What the station stands on. */
  enum Adapter {
    /** A locked station; needs root. */
    LINUX,
    /** Anybody's computer, on which nothing is locked or isolated. */
    REHEARSAL
  }

  static AgentConfig read(Path file) throws CannotStartException {
    SettingsFile settings = new SettingsFile(file);
    Adapter adapter = settings.as("adapter", "linux", "one of " + names(), AgentConfig::adapter);
    Path stateDir = settings.path("state-dir", "/var/lib/escale");
    Path runDir = settings.path("run-dir", "/run/escale");
    AgentConfig config =
        new AgentConfig(
            adapter,
            stateDir,
            settings.path("socket", runDir.resolve("shell.sock").toString()),
            settings.as(
                "shell.command", "", "the shell's program and arguments", AgentConfig::words),
            limits(settings),
            linux(settings, runDir),
            settings.list("rehearsal.browser-arguments"),
            settings.text("slip.printer", ""),
            settings.as("browser.guides-only", "false", "true or false", AgentConfig::yes),
            settings.list("browser.sites"));
    settings.refuseUnknown();
    return config;
  }

  Path journalPath() {
    return stateDir.resolve("journal.db");
  }

  /** What the centre's guides are about, known before the server answers. */
  Path guideSitesPath() {
    return stateDir.resolve("guide-sites");
  }

  Path membershipPath() {
    return stateDir.resolve("membership");
  }

  private static Limits limits(SettingsFile settings) throws CannotStartException {
    Limits usual = Limits.USUAL;
    return new Limits(
        settings.duration("time.grace", usual.grace()),
        settings.duration("time.kept", usual.kept()),
        settings.duration("time.goodbye", usual.goodbye()),
        settings.duration("time.hidden", usual.hidden()),
        settings.duration("time.nobody-proven", usual.nobodyProven()),
        settings.number("wrong-tries", usual.wrongTries()),
        settings.duration("time.opening", usual.opening()),
        settings.duration("time.wiping", usual.wiping()),
        settings.duration("time.retry", usual.retry()));
  }

  private static LinuxSettings linux(SettingsFile settings, Path runDir)
      throws CannotStartException {
    String name = settings.text("name", "escale");
    LinuxSettings.Users users = users(settings);
    LinuxSettings.OuterDisplay outer =
        new LinuxSettings.OuterDisplay(
            settings.text("display.outer", ":0"),
            settings.path("display.outer.authority", "/run/escale/outer-authority"));
    int visitDisplay = settings.number("display.visit", 20);
    String keyboard = settings.text("keyboard", "fr");
    Path browser = settings.path("browser", "/usr/bin/chromium");
    Path stationDir = settings.path("station-dir", "/usr/share/escale/station");
    URI startPage = settings.as("start-page", "about:blank", "an address", URI::create);
    LinuxSettings.NetworkRules network =
        new LinuxSettings.NetworkRules(
            settings.text("network.subnet", "10.213.7.0/30"),
            settings.list("network.never"),
            settings.list("network.dns"),
            settings.list("network.reachable"),
            settings.list("network.extra-hosts"));
    List<Path> policies = settings.paths("browser.extra-policies");
    VisitLimits limits = visitLimits(settings);
    try {
      LinuxSettings.Devices devices = devices(settings);
      return new LinuxSettings(
          name,
          users,
          outer,
          visitDisplay,
          keyboard,
          runDir,
          stationDir,
          browser,
          startPage,
          limits,
          network,
          policies,
          devices);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(
          "The station's settings do not fit: " + e.getMessage() + ".", e);
    }
  }

  private static LinuxSettings.Devices devices(SettingsFile settings) throws CannotStartException {
    LinuxSettings.Devices none = LinuxSettings.Devices.none();
    return new LinuxSettings.Devices(
        settings.text("printer", none.printer()),
        settings.path("printer.socket", none.printSocketPath().toString()),
        settings.path("printer.spool", none.printSpoolDir().toString()),
        settings.list("sticks"),
        settings.text("sound", none.sound()));
  }

  private static LinuxSettings.Users users(SettingsFile settings) {
    LinuxSettings.Users usual = LinuxSettings.Users.usual();
    return new LinuxSettings.Users(
        settings.text("user.visitor", usual.visitor()),
        settings.text("user.display", usual.display()),
        settings.text("user.sound", usual.sound()),
        settings.text("user.shell", usual.shell()));
  }

  private static VisitLimits visitLimits(SettingsFile settings) throws CannotStartException {
    VisitLimits usual = VisitLimits.usual();
    int megabytes = settings.number("visit.memory-mib", (int) (usual.memoryBytes() / MEBIBYTE));
    int processes = settings.number("visit.processes", usual.processes());
    int cpuWeight = settings.number("visit.cpu-weight", usual.cpuWeight());
    try {
      return new VisitLimits(megabytes * MEBIBYTE, processes, cpuWeight);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException("The visit's limits are " + e.getMessage() + ".", e);
    }
  }

  private static List<String> words(String command) {
    List<String> words = Arrays.stream(command.split(" ", -1)).filter(w -> !w.isEmpty()).toList();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no command");
    }
    return words;
  }

  private static boolean yes(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static Adapter adapter(String name) {
    return Adapter.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static String names() {
    return String.join(
        ", ", Arrays.stream(Adapter.values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList());
  }
}
