package org.escale.client.os.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.escale.client.os.linux.CommandRunner;
import org.escale.client.os.linux.LifeWatch;
import org.escale.client.os.linux.LinuxException;
import org.escale.client.os.linux.WindowWatch;
import org.escale.client.station.Outside;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.port.BrokenDocumentException;
import org.escale.client.station.port.BroughtDocument;
import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceException;
import org.escale.protocol.Bringing;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipePhase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A visit rehearsed as the same user, on the same display, in a throw-away folder.
 *
 * <p>It does not protect anyone: the browser sees this user's files, the whole display and the
 * network; what it writes outside its folder stays; a program that leaves the browser's process
 * tree lives on; the folder lies on a disk; covering stops the browser, but only the shell's own
 * screen hides its window. The receipt of a rehearsal speaks of the folder and the processes alone.
 */
public final class RehearsalVisitSpace implements VisitSpace {

  private static final Logger log = LoggerFactory.getLogger(RehearsalVisitSpace.class);

  private static final Duration BROWSER_SOON = Duration.ofSeconds(30);

  private final CommandRunner commands;
  private final RehearsalSettings settings;
  private final Path visitDir;
  private final BrowserProcesses processes;

  private final LifeWatch life = new LifeWatch();

  private volatile @Nullable Plan current;

  public RehearsalVisitSpace(RehearsalSettings settings, CommandRunner commands) {
    this.commands = commands;
    this.settings = settings;
    this.visitDir = settings.parentDir().resolve("escale-rehearsal");
    this.processes = new BrowserProcesses(visitDir);
  }

  @Override
  public void whenLost(Consumer<SessionId> listener) {
    life.tell(listener);
  }

  @Override
  public void open(Plan plan) throws VisitSpaceException {
    try (WindowWatch windows = new WindowWatch(settings.displayName())) {
      Files.createDirectories(visitDir.resolve("home"));
      current = plan;
      life.begin(plan.session());
      life.dependOn(start(plan, settings.startPage()));
      windows.awaitNewWindow(BROWSER_SOON);
    } catch (IOException | LinuxException e) {
      throw new VisitSpaceException("the rehearsal could not be opened", e);
    }
  }

  @Override
  public void browse(URI address) throws VisitSpaceException {
    Plan open = current;
    if (open == null) {
      throw new VisitSpaceException("no rehearsal is open");
    }
    try {
      // Hands the address to the browser that runs, and ends.
      Process _ = start(open, address);
    } catch (LinuxException e) {
      throw new VisitSpaceException("the rehearsal could not be sent to an address", e);
    }
  }

  @Override
  public void cover() throws VisitSpaceException {
    signal("-STOP");
  }

  @Override
  public void uncover() throws VisitSpaceException {
    signal("-CONT");
  }

  /** A rehearsal lets nothing in. */
  @Override
  public Outside look() {
    return Outside.NOTHING;
  }

  @Override
  public void openStick() throws VisitSpaceException {
    throw new VisitSpaceException("a rehearsal has no stick");
  }

  @Override
  public void deleteDocuments() throws VisitSpaceException {
    throw new VisitSpaceException("a rehearsal has no home that could be full");
  }

  @Override
  public void save() throws VisitSpaceException {
    throw new VisitSpaceException("a rehearsal has no stick");
  }

  @Override
  public void eject() throws VisitSpaceException {
    throw new VisitSpaceException("a rehearsal has no stick");
  }

  /** Into the home of the throw-away folder, as this user. */
  @Override
  public Bringing.Outcome bring(SessionId session, BroughtDocument document) {
    Plan open = current;
    if (open == null || !open.session().equals(session)) {
      return Bringing.Outcome.FAILED;
    }
    Path part = visitDir.resolve("brought-" + document.number());
    try {
      try (OutputStream file = Files.newOutputStream(part)) {
        for (byte[] piece = document.next(); piece.length > 0; piece = document.next()) {
          file.write(piece);
        }
      }
      Path downloadsDir = Files.createDirectories(visitDir.resolve("home/Downloads"));
      Files.move(part, downloadsDir.resolve(document.name()));
      return Bringing.Outcome.STORED;
    } catch (IOException | BrokenDocumentException e) {
      log.info("a document did not reach the rehearsal: {}", e.getClass().getSimpleName());
      return Bringing.Outcome.FAILED;
    }
  }

  @Override
  public Erased erase() throws VisitSpaceException {
    life.end();
    long start = System.nanoTime();
    int killed = processes.killAll();
    long burst = System.nanoTime();
    int deleted = deleteFolder();
    long cleaned = System.nanoTime();
    current = null;
    Map<WipeItem, Integer> left = left();
    Map<WipePhase, Duration> phases = new EnumMap<>(WipePhase.class);
    phases.put(WipePhase.BURST, Duration.ofNanos(burst - start));
    phases.put(WipePhase.OUTSIDE, Duration.ofNanos(cleaned - burst));
    phases.put(WipePhase.CHECK, Duration.ofNanos(System.nanoTime() - cleaned));
    return new Erased(
        Map.of(WipeItem.PROCESSES, killed, WipeItem.RUN_FOLDERS, deleted), left, phases);
  }

  private Map<WipeItem, Integer> left() {
    Map<WipeItem, Integer> left = new EnumMap<>(WipeItem.class);
    int living = processes.find().size();
    if (living > 0) {
      left.put(WipeItem.PROCESSES, living);
    }
    if (Files.exists(visitDir)) {
      left.put(WipeItem.RUN_FOLDERS, 1);
    }
    return left;
  }

  private Process start(Plan plan, URI address) throws LinuxException {
    ScreenLayout.Area area = plan.layout().visit();
    String language = plan.language().tag();
    List<String> command = new ArrayList<>(List.of(settings.browserPath().toString()));
    command.addAll(
        List.of(
            "--user-data-dir=" + visitDir.resolve("browser"),
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=" + language,
            "--accept-lang=" + language,
            "--window-position=" + area.x() + "," + area.y(),
            "--window-size=" + area.width() + "," + area.height()));
    command.addAll(settings.browserArguments());
    command.add(address.toASCIIString());
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("HOME", visitDir.resolve("home").toString());
    environment.put("DISPLAY", settings.displayName());
    return commands.start(command, environment);
  }

  private void signal(String signal) throws VisitSpaceException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.find().forEach(process -> command.add(Long.toString(process.pid())));
    if (command.size() == 2) {
      return;
    }
    try {
      commands.run(command);
    } catch (LinuxException e) {
      throw new VisitSpaceException("the rehearsal could not be covered or uncovered", e);
    }
  }

  private int deleteFolder() throws VisitSpaceException {
    if (!Files.exists(visitDir)) {
      return 0;
    }
    try (Stream<Path> tree = Files.walk(visitDir)) {
      List<Path> innermostFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.deleteIfExists(path);
      }
      return innermostFirst.size();
    } catch (IOException e) {
      throw new VisitSpaceException("the rehearsal's folder could not be deleted", e);
    }
  }
}
