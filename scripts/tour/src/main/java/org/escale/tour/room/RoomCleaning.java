package org.escale.tour.room;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Removes what rooms made on this machine: network, firewall table, folders, users. */
public final class RoomCleaning {

  private RoomCleaning() {}

  public static void clean(Path repository) {
    StandIn.removeNetwork();
    for (String table : List.of("inet escale")) {
      String[] words = table.split(" ", -1);
      if (Commands.succeeds(Map.of(), "nft", "list", "table", words[0], words[1])) {
        Commands.run("nft", "delete", "table", words[0], words[1]);
      }
    }
    RoomFolders.removeRoom();
    Commands.run(repository.resolve("provisioning/station/remove-users").toString());
  }
}
