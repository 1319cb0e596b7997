package org.escale.tour.room;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    ProgramFiles files = new ProgramFiles(folders.room().resolve("server-program"));
    files.layOut(folders, "kiosk-server");
    List<String> command = new ArrayList<>(files.command("kiosk-server"));
    command.addAll(
        List.of(
            "serve", "--data", dataDir.toString(), "--zone", Daytime.zone(Instant.now()).getId()));
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
