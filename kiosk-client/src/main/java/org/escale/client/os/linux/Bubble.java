package org.escale.client.os.linux;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.station.Saving;
import org.escale.client.station.ScreenLayout;
import org.escale.protocol.Language;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's programs, shut in. Its first program reads orders on its standard input and
 * documents from its {@link Letterbox}; nothing else enters, and what the programs print is
 * discarded, but for what it says of those. Dies with the thread that started it.
 */
final class Bubble {

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final String NOTHING_YET = "about:blank";
  private static final int LONGEST_ADDRESS = 4096;

  /**
   * Opens the letterbox for the first program, the list of arguments and the filter for bubblewrap,
   * then becomes the command. Open both ways, a pipe is open at once and never at its end.
   */
  private static final String OPEN_FILES =
      """
      exec 7<>"$3" 8<"$1" 9<"$2"
      shift 3
      exec "$@"
      """;

  private final CommandRunner commands;
  private final LinuxSettings settings;
  private final Account visitor;
  private final RunFolders folders;
  private final ControlGroup group;
  private final AllowedSites sites;
  private final SeccompFilter filter = new SeccompFilter();

  private @Nullable Running running;

  /** Kept, because looking for a process costs more than looking at a folder. */
  private @Nullable File home;

  private record Running(Process process, OrderPipe orders, SavingTold saving) {}

  Bubble(
      CommandRunner commands,
      LinuxSettings settings,
      Account visitor,
      RunFolders folders,
      ControlGroup group,
      AllowedSites sites) {
    this.commands = commands;
    this.settings = settings;
    this.visitor = visitor;
    this.folders = folders;
    this.group = group;
    this.sites = sites;
  }

  /** Writes what the bubble is made of. */
  void prepare(
      Path displaySocketPath, MagicCookie cookie, @Nullable Path soundDir, @Nullable Path sticksDir)
      throws LinuxException {
    VisitLimits limits = settings.limits();
    group.create(limits.memoryBytes(), limits.processes(), limits.cpuWeight());
    Path etcDir = folders.visitDir().resolve("etc");
    new VisitEtc(visitor, settings.network()).writeTo(etcDir);
    RunFolders.writeForAll(
        etcDir.resolve(BubbleRoot.POLICY),
        sites.policy(policyOfStation()).getBytes(StandardCharsets.UTF_8));
    Path cookiePath = folders.visitDir().resolve("cookie");
    RunFolders.writeFor(visitor, cookiePath, Xauthority.file(settings.visitDisplay(), cookie));
    RunFolders.write(filterPath(), new byte[0]);
    filter.writeTo(filterPath());
    List<String> root =
        new BubbleRoot(settings, visitor, etcDir, soundDir, sticksDir)
            .arguments(displaySocketPath, cookiePath);
    RunFolders.write(
        argumentsPath(), (String.join("\0", root) + "\0").getBytes(StandardCharsets.UTF_8));
  }

  void start(Path networkPath, Language language, ScreenLayout.Area area, Letterbox letterbox)
      throws LinuxException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "nsenter",
                "--net=" + networkPath,
                "/bin/sh",
                "-c",
                OPEN_FILES,
                "open-files",
                argumentsPath().toString(),
                filterPath().toString(),
                letterbox.path().toString(),
                "bwrap",
                "--args",
                "8",
                "--seccomp",
                "9",
                "/run/escale/prepare",
                Integer.toString(visitor.uid()),
                Integer.toString(visitor.gid())));
    command.addAll(launcher(language, area));
    Process process = commands.startHeard(group.entering(command), environment(language));
    SavingTold saving = new SavingTold();
    VisitSays.listen(
        new BufferedInputStream(process.getInputStream()),
        line -> {
          saving.hear(line);
          letterbox.hear(line);
        },
        () -> saving.stickIs(false));
    running = new Running(process, new OrderPipe(process.getOutputStream()), saving);
  }

  /** Shows an address in the visitor's browser. */
  void browse(URI address) throws LinuxException {
    order("browser " + checked(address));
  }

  /** Shows what is on the visitor's stick. */
  void openStick() throws LinuxException {
    order("stick");
  }

  /** Copies the visitor's documents to her stick, one copying at a time. */
  void save() throws LinuxException {
    if (running != null && !running.saving().now().underWay()) {
      running.saving().begin();
      order("save");
    }
  }

  /** Deletes the visitor's documents in her home: what {@link #save} would copy. */
  void deleteDocuments() throws LinuxException {
    order("delete");
  }

  /** What has become of her documents, if a stick is in or is not. */
  Saving saved(boolean stickIsIn) {
    if (running == null) {
      return Saving.NOT_BEGUN;
    }
    running.saving().stickIs(stickIsIn);
    return running.saving().now();
  }

  /** The program that ends with the bubble. */
  Process process() throws LinuxException {
    if (running == null) {
      throw new LinuxException("there is no bubble");
    }
    return running.process();
  }

  /** Id of a process inside the bubble that sees its folders, if one lives. */
  Optional<Long> insider() {
    if (running == null) {
      return Optional.empty();
    }
    return running.process().children().findFirst().map(ProcessHandle::pid);
  }

  /** The visitor's home as it is seen from outside, while a process inside lives. */
  Optional<File> home() {
    if (running == null) {
      return Optional.empty();
    }
    if (home == null || !home.exists()) {
      home = insider().map(Bubble::homeSeenBy).orElse(null);
    }
    return Optional.ofNullable(home);
  }

  private static File homeSeenBy(long insider) {
    return new File("/proc/" + insider + "/root" + BubbleRoot.HOME);
  }

  /** Lets go of a bubble that has burst. */
  void forget() {
    if (running != null) {
      running.orders().close();
      running.process().destroyForcibly();
      running = null;
      home = null;
    }
  }

  private void order(String line) throws LinuxException {
    if (running == null || !running.process().isAlive()) {
      throw new LinuxException("the visit has ended");
    }
    running.orders().give(line);
  }

  private String policyOfStation() throws LinuxException {
    Path path = settings.bubbleDir().resolve("policies/escale.json");
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new LinuxException("cannot read " + path, e);
    }
  }

  private static String checked(URI address) throws LinuxException {
    String text = address.toASCIIString();
    boolean web = address.getScheme() != null && SCHEMES.contains(address.getScheme());
    if (!(web || text.equals(NOTHING_YET)) || text.length() > LONGEST_ADDRESS) {
      throw new LinuxException("not an address that a browser is sent to");
    }
    return text;
  }

  private List<String> launcher(Language language, ScreenLayout.Area area) {
    return List.of(
        "/run/escale/launcher",
        language.tag(),
        settings.keyboardLayout(),
        Integer.toString(area.width()),
        Integer.toString(area.height()),
        settings.browserPath().toString());
  }

  private Map<String, String> environment(Language language) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", BubbleRoot.HOME.toString());
    environment.put("USER", "visitor");
    environment.put("LOGNAME", "visitor");
    environment.put("LANG", "C.UTF-8");
    environment.put("LANGUAGE", language.tag());
    environment.put("DISPLAY", ":" + settings.visitDisplay());
    environment.put("XAUTHORITY", "/run/escale/xauthority");
    environment.put("XDG_RUNTIME_DIR", BubbleRoot.runtimeDir(visitor).toString());
    if (!settings.devices().printer().isEmpty()) {
      environment.put("PRINTER", settings.devices().printer());
    }
    if (settings.devices().letsSoundIn()) {
      environment.put("PULSE_SERVER", VisitSound.address());
    }
    return environment;
  }

  /** The calls that the visit is refused, once it is prepared. */
  Path filterPath() {
    return folders.visitDir().resolve("filter");
  }

  private Path argumentsPath() {
    return folders.visitDir().resolve("arguments");
  }
}
