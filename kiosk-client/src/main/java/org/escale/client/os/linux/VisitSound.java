package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.escale.protocol.WipeItem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound server of one visit, run by a user of its own and shut in by itself. Streams, volumes
 * and samples are in its memory alone and die with it. A visit whose server does not start, or
 * dies, is silent and goes on. Dies with the thread that started it.
 */
final class VisitSound implements Leftover {

  private static final Logger log = LoggerFactory.getLogger(VisitSound.class);

  private static final int PROCESSES = 20;
  private static final int CPU_WEIGHT = 100;

  /** Opens the filter for bubblewrap, then becomes the command. */
  private static final String OPEN_FILTER =
      """
      exec 9<"$1"
      shift
      exec "$@"
      """;

  private final CommandRunner commands;
  private final LinuxSettings settings;
  private final Accounts accounts;
  private final RunFolders folders;
  private final ControlGroup group;
  private final SoundDevices devices = new SoundDevices();

  /** The server that runs and is meant to run. */
  private final AtomicReference<@Nullable Process> current = new AtomicReference<>();

  VisitSound(
      CommandRunner commands,
      LinuxSettings settings,
      Accounts accounts,
      RunFolders folders,
      ControlGroup group) {
    this.commands = commands;
    this.settings = settings;
    this.accounts = accounts;
    this.folders = folders;
    this.group = group;
  }

  /** What programs of a visit are told, so that they find the server. */
  static String address() {
    return "unix:" + BubbleRoot.SOUND_DIR + "/" + SoundEtc.SOCKET;
  }

  /** The folder that is let in, in which the server's socket appears; null if no sound is. */
  @Nullable Path letIn() {
    return settings.devices().letsSoundIn() ? folders.soundDir() : null;
  }

  /**
   * Begins to start the server and waits for nothing.
   *
   * @param filterPath the calls that a visit is refused; the server is refused them too
   */
  void start(Path filterPath) {
    if (!settings.devices().letsSoundIn()) {
      return;
    }
    try {
      group.create(settings.limits().soundBytes(), PROCESSES, CPU_WEIGHT);
      Set<Integer> cards = devices.groups();
      Path etcDir = folders.visitDir().resolve("sound");
      new SoundEtc(accounts.visitor(), settings.devices().sound()).writeTo(etcDir, cards);
      List<String> command =
          new SoundRoot(settings, folders.soundDir(), etcDir)
              .command(devices.forPlaying(), accounts.sound(), cards);
      Process server =
          commands.start(
              group.entering(filtered(filterPath, command)),
              SoundRoot.environment(accounts.sound()));
      current.set(server);
      CompletableFuture<Void> _ = server.onExit().thenAccept(this::ended);
    } catch (LinuxException e) {
      log.warn("the visit has no sound", e);
    }
  }

  private void ended(Process server) {
    if (current.compareAndSet(server, null)) {
      log.warn("the visit's sound has ended with exit code {}", server.exitValue());
    }
  }

  @Override
  public WipeItem item() {
    return WipeItem.SOUND;
  }

  @Override
  public boolean isHere() {
    return settings.devices().letsSoundIn() || group.exists();
  }

  @Override
  public boolean goesWithThePrograms() {
    return true;
  }

  /** Kills the server and takes away what it left; returns how much there was. */
  @Override
  public int clean() throws LinuxException {
    current.set(null);
    int found = group.processes().size();
    group.kill();
    group.remove();
    try {
      return found + (Files.deleteIfExists(socketPath()) ? 1 : 0);
    } catch (IOException e) {
      throw new LinuxException("cannot delete " + socketPath(), e);
    }
  }

  @Override
  public int count() throws LinuxException {
    boolean socket = Files.exists(socketPath(), LinkOption.NOFOLLOW_LINKS);
    return group.processes().size() + (group.exists() ? 1 : 0) + (socket ? 1 : 0);
  }

  private List<String> filtered(Path filterPath, List<String> command) {
    return Stream.concat(
            Stream.of("/bin/sh", "-c", OPEN_FILTER, "open-filter", filterPath.toString()),
            command.stream())
        .toList();
  }

  private Path socketPath() {
    return folders.soundDir().resolve(SoundEtc.SOCKET);
  }
}
