package org.escale.tour.room;

/** The users that a station runs its parts as; made and removed by the station's own scripts. */
public final class StationUsers {

  public static final String SHELL = "kiosk";

  private StationUsers() {}

  static void make(RoomFolders folders) {
    Commands.run(folders.provisioning().resolve("create-users").toString());
  }
}
