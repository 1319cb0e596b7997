package org.escale.tour.room;

import java.nio.file.Path;
import java.util.List;

/**
 * A station's programs and files, laid out as an installation would: readable by the users that the
 * station runs its parts as.
 */
final class StationFiles {

  private final RoomFolders folders;
  private final Path dir;
  private final ProgramFiles programs;

  StationFiles(RoomFolders folders) {
    this.folders = folders;
    this.dir = folders.room().resolve("station");
    this.programs = new ProgramFiles(dir);
  }

  /** Programs, what they need, and the files of the bubble. */
  void layOut() {
    programs.layOut(folders, "kiosk-client");
    ProgramFiles.copy(folders.provisioning(), provisioningDir());
    readableByAll();
  }

  /** The visit's browser trusts this authority, in a demonstration alone. */
  void trust(Path standInAuthorityPath) {
    BrowserTrust.add(provisioningDir().resolve("bubble/home/.pki/nssdb"), standInAuthorityPath);
    readableByAll();
  }

  private void readableByAll() {
    Commands.run("chmod", "-R", "a+rX", dir.toString());
  }

  List<String> agentCommand() {
    return programs.command("kiosk-agent");
  }

  List<String> shellCommand() {
    return programs.command("kiosk-shell");
  }

  Path provisioningDir() {
    return dir.resolve("provisioning");
  }

  Path stateDir() {
    return folders.room().resolve("state");
  }

  Path configPath() {
    return dir.resolve("agent.properties");
  }

  /** A folder of the shell's user alone. */
  Path descriptionDir() {
    return folders.room().resolve("shell-view");
  }

  /** Where the shell describes its screen. */
  Path descriptionPath() {
    return descriptionDir().resolve("screen.json");
  }
}
