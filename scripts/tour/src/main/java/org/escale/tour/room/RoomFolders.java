package org.escale.tour.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where everything lies.
 *
 * @param repository the checkout that was built
 * @param room data of the room's programs, begun anew at each start
 * @param pictures one picture a step, begun anew at each start
 */
public record RoomFolders(Path repository, Path room, Path pictures) {

  /** Outside the checkout, which the station's users may not be able to read. */
  private static final Path ROOM = Path.of("/var/lib/escale-room");

  public static RoomFolders ofRoom(Path repository, Path pictures) {
    return new RoomFolders(repository, ROOM, pictures);
  }

  /** For a centre whose station is a machine of its own; may be open beside a room. */
  public static RoomFolders ofMachine(Path repository, Path pictures) {
    return new RoomFolders(repository, Path.of("/var/lib/escale-machine"), pictures);
  }

  /** For a rehearsal, whose programs all run as who began it. */
  public static RoomFolders ofRehearsal(Path repository, Path pictures) {
    return new RoomFolders(repository, repository.resolve("target/room"), pictures);
  }

  void make() {
    try {
      Files.createDirectories(room.resolve("log"));
      makeAnew(pictures);
      // Who built the checkout can remove root's pictures.
      Files.setOwner(pictures, Files.getOwner(repository));
    } catch (IOException | UncheckedIOException e) {
      throw new RoomException("the room's folders cannot be made anew: " + e.getMessage(), e);
    }
  }

  /** Locked while a room is open. */
  Path lockPath() {
    return room.resolveSibling(room.getFileName() + ".lock");
  }

  /** Where what drives a browser is unpacked, for longer than one room is open. */
  public Path browserDriver() {
    return room.resolveSibling(room.getFileName() + ".driver");
  }

  /** The script that takes away what an earlier room left. */
  Path cleaning() {
    return repository.resolve("scripts/lib/clean-room");
  }

  public Path log(String program) {
    return room.resolve("log").resolve(program.replace(' ', '-') + ".log");
  }

  public Path provisioning() {
    return repository.resolve("provisioning/station");
  }

  public Path outerWindowManagerConfig() {
    return provisioning().resolve("outer-openbox.xml");
  }

  /** The class path of a built module. */
  public String classPath(String module) {
    return repository.resolve(module).resolve("target/classes")
        + ":"
        + repository.resolve(module).resolve("target/lib")
        + "/*";
  }

  /**
   * An empty folder, whatever was in it.
   *
   * @throws UncheckedIOException if something in it cannot be deleted
   */
  public static void makeAnew(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(RoomFolders::delete);
      }
    }
    Files.createDirectories(folder);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
