package org.escale.tour.room;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The station's whole screen: an X server of its own, with its cookie and a bare window manager.
 */
public final class OuterDisplay {

  private static final int FIRST_NUMBER = 90;
  private static final int COOKIE_BYTES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final Path authorityPath;
  private final Program server;

  private OuterDisplay(String name, Path authorityPath, Program server) {
    this.name = name;
    this.authorityPath = authorityPath;
    this.server = server;
  }

  /**
   * @param inWindow true to show it as a window on the display of who runs the room, false for a
   *     screen that exists in memory only
   * @param shellUser runs the window manager; empty for who runs the room
   */
  static OuterDisplay open(
      OpenParts parts,
      RoomFolders folders,
      boolean inWindow,
      int width,
      int height,
      Optional<String> shellUser) {
    int number =
        IntStream.range(FIRST_NUMBER, FIRST_NUMBER + 100)
            .filter(n -> !Files.exists(Path.of("/tmp/.X11-unix/X" + n)))
            .filter(n -> !Files.exists(Path.of("/tmp/.X" + n + "-lock")))
            .findFirst()
            .orElseThrow(() -> new RoomException("no display number is free"));
    String name = ":" + number;
    Path authorityPath = folders.room().resolve("outer-authority");
    writeCookie(name, authorityPath, shellUser);

    String size = width + "x" + height;
    List<String> command =
        inWindow
            ? List.of(
                "Xephyr",
                name,
                "-screen",
                size,
                "-auth",
                authorityPath.toString(),
                "-nolisten",
                "tcp",
                "-no-host-grab",
                "-title",
                "Escale")
            : List.of(
                "Xvfb",
                name,
                "-screen",
                "0",
                size + "x24",
                "-auth",
                authorityPath.toString(),
                "-nolisten",
                "tcp");
    Program server = parts.open(() -> Program.start("screen", folders, Map.of(), command));
    Map<String, String> environment = environment(name, authorityPath);
    Await.until(
        "the screen",
        PATIENCE,
        () -> {
          if (!server.running()) {
            throw new RoomException("the screen stopped: " + server.log());
          }
          return Files.exists(Path.of("/tmp/.X11-unix/X" + number));
        });
    Await.until(
        "the screen to answer", PATIENCE, () -> Commands.succeeds(environment, "xset", "q"));

    List<String> windowManager = windowManager(folders, shellUser);
    parts.open(() -> Program.start("window manager", folders, environment, windowManager));
    return new OuterDisplay(name, authorityPath, server);
  }

  private static List<String> windowManager(RoomFolders folders, Optional<String> user) {
    List<String> command = new ArrayList<>();
    user.ifPresent(
        name ->
            command.addAll(
                List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--clear-groups")));
    command.addAll(
        List.of(
            "openbox",
            "--sm-disable",
            "--config-file",
            folders.outerWindowManagerConfig().toString()));
    return command;
  }

  private static void writeCookie(String name, Path authorityPath, Optional<String> reader) {
    byte[] cookie = new byte[COOKIE_BYTES];
    new SecureRandom().nextBytes(cookie);
    Commands.run(
        "xauth",
        "-q",
        "-f",
        authorityPath.toString(),
        "add",
        name,
        ".",
        HexFormat.of().formatHex(cookie));
    reader.ifPresent(user -> Commands.run("chown", user, authorityPath.toString()));
  }

  public String name() {
    return name;
  }

  public Path authorityPath() {
    return authorityPath;
  }

  /** What a program needs to be let onto this screen. */
  public Map<String, String> environment() {
    return environment(name, authorityPath);
  }

  private static Map<String, String> environment(String name, Path authorityPath) {
    return Map.of("DISPLAY", name, "XAUTHORITY", authorityPath.toString());
  }

  public void picture(Path path) {
    Commands.run(environment(), "import", "-window", "root", path.toString());
  }

  /** The same for the same picture. */
  public String signature() {
    return Commands.run(environment(), "sh", "-c", "xwd -root -silent | sha256sum");
  }

  /** Tells, from another thread, that the screen is no more, as when its window was closed. */
  public void whenClosed(Runnable then) {
    server.whenEndedByItself(then);
  }
}
