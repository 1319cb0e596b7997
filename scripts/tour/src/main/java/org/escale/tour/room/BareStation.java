package org.escale.tour.room;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A station of which the room has no more than the agent, in a rehearsal: it can be booked, and
 * nobody can sit down at it today.
 */
final class BareStation {

  /** From when the programs of the room's station are laid out. */
  static void start(OpenParts parts, RoomFolders folders, URI server, String enrolmentCode) {
    Path dir = folders.room().resolve("bare-station");
    Path configPath = dir.resolve("agent.properties");
    try {
      Files.createDirectories(dir);
      Files.writeString(configPath, settings(dir));
    } catch (IOException e) {
      throw new RoomException("the bare station's settings cannot be written", e);
    }
    String address = "https://" + server.getHost() + ":" + server.getPort();
    String config = configPath.toString();
    Commands.run(
        command(folders, "enrol", enrolmentCode, "--server", address, "--config", config)
            .toArray(String[]::new));
    List<String> run = command(folders, "run", "--config", config);
    parts.open(() -> Program.start("agent of the bare station", folders, Map.of(), run));
  }

  private static String settings(Path dir) {
    return """
    adapter = rehearsal
    state-dir = %1$s/state
    run-dir = %1$s/run
    shell.command = sleep infinity
    """
        .formatted(dir);
  }

  private static List<String> command(RoomFolders folders, String... arguments) {
    List<String> command = new ArrayList<>(new StationFiles(folders).agentCommand());
    command.addAll(List.of(arguments));
    return command;
  }

  private BareStation() {}
}
