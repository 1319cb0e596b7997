package org.escale.tour.room;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** All of it: screen, stand-in, server, station; closed in the reverse order. */
public final class Room implements AutoCloseable {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final RoomFolders folders;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final OuterDisplay display;
  private final Optional<StandIn> standIn;
  private final ServerProgram server;

  /** A room whose station is not enrolled yet: {@link #startStation} does that. */
  public static Room open(Path repository, boolean inWindow) {
    RoomFolders folders = RoomFolders.fresh(repository);
    StationUsers.make(folders);
    return new Room(folders, inWindow, false);
  }

  /** A room to measure in. */
  public static Room openForBench(Path repository) {
    RoomFolders folders = RoomFolders.freshForBench(repository);
    StationUsers.make(folders);
    return new Room(folders, false, false);
  }

  /** A room in which nothing is locked or isolated, for who is not root. */
  public static Room rehearse(Path repository, boolean inWindow) {
    return new Room(RoomFolders.freshInCheckout(repository), inWindow, true);
  }

  private Room(RoomFolders folders, boolean inWindow, boolean rehearsal) {
    this.folders = folders;
    Optional<String> shellUser = rehearsal ? Optional.empty() : Optional.of(StationUsers.SHELL);
    try {
      display = keep(OuterDisplay.open(folders, inWindow, WIDTH, HEIGHT, shellUser));
      standIn = rehearsal ? Optional.empty() : Optional.of(keep(StandIn.open(folders, Jdk.home())));
      server = keep(ServerProgram.start(folders));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Enrols the station with this code and starts its agent, which starts the shell. */
  public StationProgram startStation(String enrolmentCode) {
    StationProgram station = new StationProgram(folders, display, standIn, server.console());
    station.enrol(enrolmentCode);
    station.start();
    return keep(station);
  }

  public RoomFolders folders() {
    return folders;
  }

  public OuterDisplay display() {
    return display;
  }

  /** Empty in a rehearsal. */
  public Optional<StandIn> standIn() {
    return standIn;
  }

  public ServerProgram server() {
    return server;
  }

  private <T extends AutoCloseable> T keep(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("While closing the room: " + e.getMessage());
      }
    }
  }
}
