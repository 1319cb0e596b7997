package org.escale.tour.room;

import java.util.function.Supplier;

/** A server and a stand-in for the official sites, for a station that is elsewhere. */
public final class Centre implements AutoCloseable {

  private final RoomFolders folders;
  private final OpenParts parts = new OpenParts();
  private final StandIn standIn;
  private final ServerProgram server;

  public Centre(RoomFolders folders) {
    this.folders = folders;
    try {
      parts.open(() -> RoomLock.take(folders.lockPath()));
      Commands.run(folders.cleaning().toString(), folders.room().toString());
      folders.make();
      standIn = StandIn.open(parts, folders, StandInNetwork.OF_MACHINE);
      server = ServerProgram.start(parts, folders);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Something more that ends with this, and before it. */
  public <T extends AutoCloseable> T add(Supplier<T> opening) {
    return parts.open(opening);
  }

  public RoomFolders folders() {
    return folders;
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
