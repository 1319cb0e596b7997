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
public final class StationProgram implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> AGENT_OPTIONS =
      List.of(
          "-Xmx48m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED");

  private static final List<String> SHELL_OPTIONS =
      List.of(
          "-Xmx96m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED");

  private final RoomFolders folders;
  private final OuterDisplay display;
  private final StandIn standIn;
  private final URI server;
  private final StationFiles files;
  private Optional<Program> agent = Optional.empty();

  StationProgram(RoomFolders folders, OuterDisplay display, StandIn standIn, URI server) {
    this.folders = folders;
    this.display = display;
    this.standIn = standIn;
    this.server = server;
    this.files = new StationFiles(folders);
  }

  void enrol(String code) {
    files.layOut(standIn.authorityPath());
    makeDescriptionDir();
    writeSettings();
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
    agent =
        Optional.of(
            Program.start(
                "agent",
                folders.log("agent"),
                Map.of(),
                agentCommand("run", "--config", files.configPath().toString())));
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
    List<String> main = new ArrayList<>(List.of("org.escale.client.agent.AgentMain"));
    main.addAll(List.of(arguments));
    return Jdk.command(AGENT_OPTIONS, files.classPath(), main.toArray(String[]::new));
  }

  private void makeDescriptionDir() {
    Path dir = files.descriptionDir();
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new RoomException("no folder for the description of the screen", e);
    }
    Commands.run("chown", StationUsers.SHELL, dir.toString());
  }

  private void writeSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("state-dir", files.stateDir().toString());
    settings.put("station-dir", files.provisioningDir().toString());
    settings.put("display.outer", display.name());
    settings.put("display.outer.authority", display.authorityPath().toString());
    settings.put("network.extra-hosts", standIn.hosts());
    settings.put("start-page", "https://www.service-public.gouv.fr/");
    settings.put("shell.command", String.join(" ", shellCommand()));
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

  private List<String> shellCommand() {
    return Jdk.command(
        SHELL_OPTIONS,
        files.classPath(),
        "org.escale.client.shell.ShellMain",
        "--socket",
        "/run/escale/shell.sock",
        "--describe-to",
        files.descriptionPath().toString(),
        "--describe-secrets");
  }

  @Override
  public void close() {
    agent.ifPresent(Program::close);
  }
}
