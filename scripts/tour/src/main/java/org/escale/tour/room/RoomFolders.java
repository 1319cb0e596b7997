package org.escale.tour.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything lies. The room's own folder stands outside the checkout, which the station's
 * users may not be able to read.
 *
 * @param repository the checkout that was built
 * @param room data of the room's programs, begun anew at each start
 * @param pictures one picture a step
 */
public record RoomFolders(Path repository, Path room, Path pictures) {

  private static final Path ROOM = Path.of("/var/lib/escale-room");

  /** What {@link #fresh} made outside the checkout is gone. */
  public static void removeRoom() {
    try {
      remove(ROOM);
    } catch (IOException e) {
      throw new RoomException("the room's folder cannot be removed: " + ROOM, e);
    }
  }

  public static RoomFolders fresh(Path repository) {
    return fresh(repository, ROOM, repository.resolve("target/tour"));
  }

  /** For measuring, which leaves the pictures of the last tour alone. */
  static RoomFolders freshForBench(Path repository) {
    return fresh(repository, ROOM, repository.resolve("target/bench/pictures"));
  }

  /** For a rehearsal, whose programs all run as who began it. */
  static RoomFolders freshInCheckout(Path repository) {
    return fresh(repository, repository.resolve("target/room"), repository.resolve("target/tour"));
  }

  private static RoomFolders fresh(Path repository, Path room, Path pictures) {
    RoomFolders folders = new RoomFolders(repository, room, pictures);
    try {
      for (Path folder : List.of(folders.room, folders.pictures)) {
        remove(folder);
        Files.createDirectories(folder);
      }
      Files.createDirectories(folders.room.resolve("log"));
    } catch (IOException e) {
      throw new RoomException("the folder for the room cannot be made anew", e);
    }
    return folders;
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

  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(RoomFolders::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
