package org.escale.tour.room;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One station: its agent, which starts and keeps its shell. */
public final class StationProgram {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OpenParts parts;
  private final RoomFolders folders;
  private final OuterDisplay display;
  private final StandIn standIn;
  private final URI server;
  private final boolean rehearsal;
  private final StationFiles files;
  private Optional<Program> agent = Optional.empty();

  /**
   * @param standIn plays the official sites
   * @param rehearsal without users, networks or control groups of its own
   */
  StationProgram(
      OpenParts parts,
      RoomFolders folders,
      OuterDisplay display,
      StandIn standIn,
      URI server,
      boolean rehearsal) {
    this.parts = parts;
    this.folders = folders;
    this.display = display;
    this.standIn = standIn;
    this.server = server;
    this.rehearsal = rehearsal;
    this.files = new StationFiles(folders);
  }

  void enrol(String code) {
    files.layOut();
    makeDescriptionDir();
    if (!rehearsal) {
      files.trust(standIn.authorityPath());
    }
    writeSettings(rehearsal ? rehearsalSettings() : lockedSettings());
    Commands.run(
        agentCommand(
                "enrol",
                code,
                "--server",
                "https://" + server.getHost() + ":" + server.getPort(),
                "--config",
                files.configPath().toString())
            .toArray(String[]::new));
  }

  /** Starts the agent, again if it was killed. */
  public void start() {
    List<String> command = agentCommand("run", "--config", files.configPath().toString());
    agent =
        Optional.of(
            parts.open(() -> Program.start("agent", folders, display.environment(), command)));
  }

  /** Where the shell describes its screen. */
  public Path descriptionPath() {
    return files.descriptionPath();
  }

  public long agentPid() {
    return agent.orElseThrow().pid();
  }

  public long shellPid() {
    return pidOf(StationUsers.SHELL, "java");
  }

  public long visitDisplayPid() {
    return pidOf("escale-display", "Xephyr");
  }

  /** True while any program of a visitor runs on this machine. */
  public boolean visitRuns() {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().user().filter("visitor"::equals).isPresent());
  }

  /** All that the agent has said since it was started last. */
  public String log() {
    return agent.orElseThrow().log();
  }

  /** As if the power of the agent alone was cut. */
  public void killAgent() {
    agent.orElseThrow().kill();
  }

  private static long pidOf(String user, String program) {
    return Await.value(
        program + " of " + user,
        PATIENCE,
        () ->
            ProcessHandle.allProcesses()
                .filter(process -> process.info().user().filter(user::equals).isPresent())
                .filter(
                    process ->
                        process.info().command().filter(path -> path.endsWith(program)).isPresent())
                .map(ProcessHandle::pid)
                .findFirst());
  }

  private List<String> agentCommand(String... arguments) {
    List<String> command = new ArrayList<>(files.agentCommand());
    command.addAll(List.of(arguments));
    return command;
  }

  private void makeDescriptionDir() {
    Path dir = files.descriptionDir();
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new RoomException("no folder for the description of the screen", e);
    }
    if (!rehearsal) {
      Commands.run("chown", StationUsers.SHELL, dir.toString());
    }
  }

  private Map<String, String> lockedSettings() {
    Map<String, String> settings = commonSettings(Path.of("/run/escale"));
    settings.put("station-dir", files.provisioningDir().toString());
    settings.put("network.extra-hosts", standIn.hosts());
    return settings;
  }

  private Map<String, String> rehearsalSettings() {
    Map<String, String> settings = commonSettings(folders.room().resolve("run"));
    settings.put("adapter", "rehearsal");
    settings.put("rehearsal.browser-arguments", String.join(", ", browserArguments()));
    return settings;
  }

  private List<String> browserArguments() {
    List<String> arguments = new ArrayList<>(standIn.browserArguments());
    if (System.getProperty("user.name").equals("root")) {
      // The browser refuses to run as root with its sandbox.
      arguments.add("--no-sandbox");
    }
    return arguments;
  }

  private Map<String, String> commonSettings(Path runDir) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("state-dir", files.stateDir().toString());
    settings.put("run-dir", runDir.toString());
    settings.put("display.outer", display.name());
    settings.put("display.outer.authority", display.authorityPath().toString());
    settings.put("start-page", "https://www.service-public.gouv.fr/");
    settings.put("shell.command", String.join(" ", shellCommand(runDir)));
    return settings;
  }

  private void writeSettings(Map<String, String> settings) {
    try {
      Files.writeString(
          files.configPath(),
          settings.entrySet().stream()
              .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
              .collect(Collectors.joining()),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RoomException("the station's settings cannot be written", e);
    }
  }

  private List<String> shellCommand(Path runDir) {
    List<String> command = new ArrayList<>(files.shellCommand());
    command.addAll(
        List.of(
            "--socket",
            runDir.resolve("shell.sock").toString(),
            "--describe-to",
            files.descriptionPath().toString(),
            "--describe-secrets"));
    return command;
  }
}
