package org.escale.tour.room;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The centre's server, as {@code scripts/run} starts it: embedded defaults, a new data folder. */
public final class ServerProgram {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern CONSOLE = Pattern.compile("The console is at (https://\\S+)");
  private static final Pattern SETUP_CODE = Pattern.compile("Set-up code[^:]*: (\\S+)");

  private final Program program;
  private final Path dataDir;
  private final URI console;

  private ServerProgram(Program program, Path dataDir, URI console) {
    this.program = program;
    this.dataDir = dataDir;
    this.console = console;
  }

  static ServerProgram start(OpenParts parts, RoomFolders folders) {
    Path dataDir = folders.room().resolve("server");
    List<String> command =
        Jdk.command(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED"),
            folders.classPath("kiosk-server"),
            "org.escale.server.ServerMain",
            "serve",
            "--data",
            dataDir.toString());
    Program program = parts.open(() -> Program.start("server", folders, Map.of(), command));
    URI console = URI.create(program.awaitInLog(CONSOLE, PATIENCE));
    return new ServerProgram(program, dataDir, console);
  }

  public URI console() {
    return console;
  }

  public String setupCode() {
    return program.awaitInLog(SETUP_CODE, PATIENCE);
  }

  /** Certificate of the centre's authority, which the mediator's browser trusts. */
  public Path authorityPath() {
    return dataDir.resolve("authority.pem");
  }

  public String log() {
    return program.log();
  }

  public long pid() {
    return program.pid();
  }
}
