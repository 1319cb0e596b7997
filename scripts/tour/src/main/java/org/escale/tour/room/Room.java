package org.escale.tour.room;

import java.util.Optional;

/** All of it: screen, stand-in, server, station; closed in the reverse order. */
public final class Room implements AutoCloseable {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final RoomFolders folders;
  private final boolean rehearsal;
  private final OpenParts parts = new OpenParts();
  private final OuterDisplay display;
  private final StandIn standIn;
  private final ServerProgram server;

  /** A room whose station is not enrolled yet: {@link #startStation} does that. */
  public static Room open(RoomFolders folders, boolean inWindow) {
    return new Room(folders, inWindow, false);
  }

  /** A room in which nothing is locked or isolated, for who is not root. */
  public static Room rehearse(RoomFolders folders, boolean inWindow) {
    return new Room(folders, inWindow, true);
  }

  private Room(RoomFolders folders, boolean inWindow, boolean rehearsal) {
    this.folders = folders;
    this.rehearsal = rehearsal;
    Optional<String> shellUser = rehearsal ? Optional.empty() : Optional.of(StationUsers.SHELL);
    try {
      parts.open(() -> RoomLock.take(folders.lockPath()));
      Commands.run(folders.cleaning().toString(), folders.room().toString());
      if (!rehearsal) {
        StationUsers.make(folders);
      }
      folders.make();
      display = OuterDisplay.open(parts, folders, inWindow, WIDTH, HEIGHT, shellUser);
      standIn =
          rehearsal
              ? StandIn.rehearse(parts, folders)
              : StandIn.open(parts, folders, StandInNetwork.OF_ROOM);
      server = ServerProgram.start(parts, folders);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Enrols the station with this code and starts its agent, which starts the shell. */
  public StationProgram startStation(String enrolmentCode) {
    StationProgram station =
        new StationProgram(parts, folders, display, standIn, server.console(), rehearsal);
    station.enrol(enrolmentCode);
    station.start();
    return station;
  }

  /** Another station, without a screen; after {@link #startStation}. */
  public void addBareStation(String enrolmentCode) {
    BareStation.start(parts, folders, server.console(), enrolmentCode);
  }

  public RoomFolders folders() {
    return folders;
  }

  public OuterDisplay display() {
    return display;
  }

  public StandIn standIn() {
    return standIn;
  }

  public ServerProgram server() {
    return server;
  }

  @Override
  public void close() {
    parts.close();
  }
}
