package org.escale.client.os.linux;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Language;
import org.escale.protocol.SessionId;

/**
 * A whole station for one test class: a real X server that asks for its cookie, a bare window
 * manager, real users, a run folder.
 */
final class TestStation implements AutoCloseable {

  static final String VISITOR = "esct-visitor";
  static final String DISPLAY_USER = "esct-display";
  static final String SOUND_USER = "esct-sound";
  static final String SHELL_USER = "esct-kiosk";

  private static final List<String> USERS = List.of(VISITOR, DISPLAY_USER, SOUND_USER, SHELL_USER);

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final int display;
  private final Path dir;
  private final Process server;
  private final Process windowManager;

  TestStation(int display) {
    Machine.requireRoot();
    this.display = display;
    this.dir = dirOf(display);
    makeUsers();
    Machine.run("rm", "-rf", dir.toString());
    Machine.run("mkdir", "-p", "-m", "0711", dir.toString());
    Machine.run("cp", "-R", stationDir().toString(), dir.resolve("station").toString());
    Insider.moveInto(dir.resolve("station"));
    String cookie = Machine.run("mcookie").strip();
    Machine.run("xauth", "-q", "-f", authority().toString(), "add", ":" + display, ".", cookie);
    server =
        Machine.start(
            List.of(
                "Xvfb",
                ":" + display,
                "-screen",
                "0",
                WIDTH + "x" + HEIGHT + "x24",
                "-auth",
                authority().toString(),
                "-nolisten",
                "tcp"));
    await().until(() -> onScreen("xdpyinfo").exitCode() == 0);
    String rules = dir.resolve("station/outer-openbox.xml").toString();
    windowManager = Machine.start(withDisplay("openbox", "--sm-disable", "--config-file", rules));
    await()
        .until(
            () ->
                onScreen("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").output().contains("window"));
  }

  LinuxSettings settings() {
    return settings(display, LinuxSettings.Devices.none());
  }

  /** The same, with a printer, sticks or sound. */
  LinuxSettings settings(LinuxSettings.Devices devices) {
    return settings(display, URI.create("about:blank"), devices);
  }

  /** The same, but its browsers begin with this page. */
  LinuxSettings settings(URI startPage) {
    return settings(display, startPage);
  }

  /** A station that lets sound in, on a machine without a card perhaps, and nothing else. */
  static LinuxSettings.Devices sound() {
    return sound(LinuxSettings.Devices.NOWHERE);
  }

  static LinuxSettings.Devices sound(String loudspeaker) {
    LinuxSettings.Devices none = LinuxSettings.Devices.none();
    return new LinuxSettings.Devices(
        none.printer(), none.printSocketPath(), none.printSpoolDir(), none.sticks(), loudspeaker);
  }

  /** The settings of the station that stands on this display, perhaps in another program. */
  static LinuxSettings settings(int display, LinuxSettings.Devices devices) {
    return settings(display, URI.create("about:blank"), devices);
  }

  private static LinuxSettings settings(int display, URI startPage) {
    return settings(display, startPage, LinuxSettings.Devices.none());
  }

  private static LinuxSettings settings(int display, URI startPage, LinuxSettings.Devices devices) {
    Path dir = dirOf(display);
    return new LinuxSettings(
        "esct" + display,
        new LinuxSettings.Users(VISITOR, DISPLAY_USER, SOUND_USER, SHELL_USER),
        new LinuxSettings.OuterDisplay(":" + display, dir.resolve("authority")),
        display + 5,
        "us",
        dir.resolve("run"),
        dir.resolve("station"),
        Path.of("/usr/bin/chromium"),
        startPage,
        VisitLimits.usual(),
        new LinuxSettings.NetworkRules(
            "10.213." + display + ".0/30",
            List.of(Neighbourhood.SERVER),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        devices);
  }

  static VisitSpace.Plan plan() {
    return new VisitSpace.Plan(
        SessionId.random(), Language.FRENCH, new ScreenLayout(WIDTH, HEIGHT, false));
  }

  /** Runs a program on the station's own display. */
  Machine.Ended onScreen(String... command) {
    return Machine.attempt(withDisplay(command).toArray(String[]::new));
  }

  /** Starts a program on the station's own display that goes on; what it says goes to a file. */
  Process startOnScreen(Path saidPath, String... command) {
    return Machine.start(withDisplay(command), saidPath);
  }

  /** Keeps a picture of the station's screen beside the test reports. */
  Path picture(String name) {
    try {
      Path pictures = Files.createDirectories(Path.of("target", "system-test-pictures"));
      Path picture = pictures.resolve(name + ".png").toAbsolutePath();
      onScreen("import", "-window", "root", picture.toString());
      return picture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path dir() {
    return dir;
  }

  @Override
  public void close() {
    windowManager.destroyForcibly();
    server.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
    Machine.run("rm", "-rf", dir.toString(), "/tmp/.X" + display + "-lock");
    Machine.run("rm", "-f", "/tmp/.X11-unix/X" + display);
    USERS.forEach(user -> Machine.run("userdel", user));
  }

  private static Path dirOf(int display) {
    return Path.of("/run/escale-test-" + display);
  }

  private Path authority() {
    return dir.resolve("authority");
  }

  private List<String> withDisplay(String... command) {
    List<String> environment = List.of("env", "DISPLAY=:" + display, "XAUTHORITY=" + authority());
    return Stream.concat(environment.stream(), List.of(command).stream()).toList();
  }

  private static void makeUsers() {
    for (String user : USERS) {
      if (Machine.attempt("id", user).exitCode() != 0) {
        Machine.run(
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            "/nonexistent",
            "--shell",
            "/usr/sbin/nologin",
            user);
      }
    }
  }

  private static Path stationDir() {
    return Path.of("..", "provisioning", "station").toAbsolutePath().normalize();
  }
}
