package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.escale.client.station.ScreenLayout;
import org.escale.protocol.WipeItem;
import org.jspecify.annotations.Nullable;

/**
 * The X server of one visit: a window on the station's display, run by a user of its own. It is not
 * shown until told, and nothing but its socket enters the bubble.
 */
final class VisitDisplay implements Leftover {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int PROCESSES = 100;
  private static final int CPU_WEIGHT = 100;

  private final CommandRunner commands;
  private final LinuxSettings settings;
  private final Account account;
  private final RunFolders folders;
  private final ControlGroup group;
  private final SecureRandom random = new SecureRandom();

  private @Nullable Standing standing;

  /** A display that runs, until it is stopped. */
  private record Standing(
      XDisplay outer,
      long holder,
      MagicCookie cookie,
      OptionalLong window,
      @Nullable Process server) {

    Standing with(Process started) {
      return new Standing(outer, holder, cookie, window, started);
    }

    Standing with(long adopted) {
      return new Standing(outer, holder, cookie, OptionalLong.of(adopted), server);
    }
  }

  VisitDisplay(
      CommandRunner commands,
      LinuxSettings settings,
      Account account,
      RunFolders folders,
      ControlGroup group) {
    this.commands = commands;
    this.settings = settings;
    this.account = account;
    this.folders = folders;
    this.group = group;
  }

  /** Begins to start the server; returns the cookie that admits to it. */
  MagicCookie start(ScreenLayout.Area area) throws LinuxException {
    OuterCookie outerCookie = OuterCookie.read(settings.outerDisplay());
    MagicCookie cookie = MagicCookie.random(random);
    if (Files.exists(socketPath())) {
      throw new LinuxException("the display :" + settings.visitDisplay() + " is taken");
    }
    XDisplay outer = XDisplay.open(settings.outerDisplay().name(), outerCookie.cookie());
    long holder = outer.createHidden(area);
    Standing begun = new Standing(outer, holder, cookie, OptionalLong.empty(), null);
    standing = begun;
    group.create(settings.limits().displayBytes(), PROCESSES, CPU_WEIGHT);
    outerCookie.writeFor(account, outerPath());
    RunFolders.writeFor(account, ownPath(), Xauthority.file(settings.visitDisplay(), cookie));
    Process server =
        commands.start(
            group.entering(server(holder)),
            Map.of(
                "DISPLAY", settings.outerDisplay().name(), "XAUTHORITY", outerPath().toString()));
    standing = begun.with(server);
    return cookie;
  }

  /** The server's program. */
  Process process() throws LinuxException {
    Process server = running().server();
    if (server == null) {
      throw new LinuxException("the visit's display has not been started");
    }
    return server;
  }

  /** Waits until programs can connect. */
  void awaitReady(ScreenLayout.Area area) throws LinuxException {
    Standing running = running();
    Await.until("the visit's display listens", SOON, () -> Files.exists(socketPath()));
    Await.until(
        "the visit's display has its window",
        SOON,
        () -> running.outer().firstChild(running.holder()).isPresent());
    long window = running.outer().firstChild(running.holder()).orElseThrow();
    running.outer().adopt(window, area);
    standing = running.with(window);
  }

  /** Waits until a program of the visit shows its first window and has drawn in it. */
  void awaitFirstWindow(Duration atMost) throws LinuxException {
    try (XDisplay inner = XDisplay.open(":" + settings.visitDisplay(), running().cookie())) {
      Await.until(
          "the browser shows its first window",
          atMost,
          () ->
              inner.clientWindows().stream()
                  .anyMatch(window -> inner.isViewable(window) && inner.isPainted(window)));
    }
  }

  void show() throws LinuxException {
    Standing running = running();
    long window = running.window().orElseThrow();
    running.outer().show(window);
    Await.until("the visit is seen", SOON, () -> running.outer().isViewable(window));
  }

  void hide() throws LinuxException {
    Standing running = running();
    long window = running.window().orElseThrow();
    running.outer().hide(window);
    Await.until("the visit is no longer seen", SOON, () -> !running.outer().isViewable(window));
  }

  @Override
  public WipeItem item() {
    return WipeItem.VISIT_DISPLAY;
  }

  /** Kills the server and takes away what it left; returns how much there was. */
  @Override
  public boolean goesWithThePrograms() {
    return true;
  }

  @Override
  public int clean() throws LinuxException {
    int found = group.processes().size();
    group.kill();
    group.remove();
    if (standing != null) {
      standing.outer().destroy(standing.holder());
      standing.outer().close();
      standing = null;
    }
    for (Path path : leftPaths()) {
      found += delete(path) ? 1 : 0;
    }
    return found;
  }

  @Override
  public int count() throws LinuxException {
    return group.processes().size() + (group.exists() ? 1 : 0) + leftPaths().size();
  }

  /** The socket programs connect to. */
  Path socketPath() {
    return Path.of("/tmp/.X11-unix/X" + settings.visitDisplay());
  }

  /** What our server left; another user's display with the same number is not ours to touch. */
  private List<Path> leftPaths() {
    return Stream.of(socketPath(), Path.of("/tmp/.X" + settings.visitDisplay() + "-lock"))
        .filter(path -> isOwnedBy(account, path))
        .toList();
  }

  private static boolean isOwnedBy(Account account, Path path) {
    try {
      Object uid = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return uid.equals(account.uid());
    } catch (IOException notThere) {
      return false;
    }
  }

  private Path outerPath() {
    return folders.displayDir().resolve("outer");
  }

  private Path ownPath() {
    return folders.displayDir().resolve("own");
  }

  private Standing running() throws LinuxException {
    if (standing == null) {
      throw new LinuxException("there is no visit display");
    }
    return standing;
  }

  private List<String> server(long holder) {
    List<String> command = new ArrayList<>(Privileges.drop(account));
    command.addAll(
        List.of(
            "Xephyr",
            ":" + settings.visitDisplay(),
            "-parent",
            Long.toString(holder),
            "-auth",
            ownPath().toString(),
            "-nolisten",
            "tcp",
            "-nolisten",
            "local",
            "-no-host-grab",
            "-noreset"));
    return command;
  }

  private static boolean delete(Path path) throws LinuxException {
    try {
      return Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new LinuxException("cannot delete " + path, e);
    }
  }
}
