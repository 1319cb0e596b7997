package org.escale.tour.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Removes what rooms made on this machine, also those that were killed: processes of the station's
 * users, networks, the firewall table, folders, users. Needs the station's own scripts.
 */
public final class RoomCleaning {

  private static final String NAME = "escale";
  private static final Path RUN_DIR = Path.of("/run/escale");
  private static final List<String> USERS = List.of("visitor", "escale-display", "kiosk");

  private RoomCleaning() {}

  public static void clean(Path repository) {
    USERS.forEach(RoomCleaning::endProcesses);
    StandIn.removeNetwork();
    removeVisitNetwork();
    RoomFolders.removeRoom();
    removeRunDir();
    Commands.run(repository.resolve("provisioning/station/remove-users").toString());
  }

  private static void endProcesses(String user) {
    ProcessHandle.allProcesses()
        .filter(process -> process.info().user().filter(user::equals).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static void removeVisitNetwork() {
    if (Files.exists(Path.of("/run/netns", NAME))) {
      Commands.run("ip", "netns", "delete", NAME);
    }
    if (Commands.succeeds(Map.of(), "nft", "list", "table", "inet", NAME)) {
      Commands.run("nft", "delete", "table", "inet", NAME);
    }
  }

  private static void removeRunDir() {
    try {
      RoomFolders.remove(RUN_DIR);
    } catch (IOException e) {
      throw new RoomException("the station's run folder cannot be removed: " + RUN_DIR, e);
    }
  }
}
