package org.escale.tour.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A built module's programs, laid out in a folder as an installation would. */
final class ProgramFiles {

  private final Path dir;

  ProgramFiles(Path dir) {
    this.dir = dir;
  }

  /** Starters in the folder itself, jars in its {@code lib}. */
  void layOut(RoomFolders folders, String module) {
    Path built = folders.repository().resolve(module);
    copy(built.resolve("src/main/dist"), dir);
    copy(built.resolve("target/lib"), dir.resolve("lib"));
    copyJar(built.resolve("target"), module, dir.resolve("lib"));
  }

  /** What starts a program with the JDK that runs the room. */
  List<String> command(String program) {
    return List.of(
        "env", "JAVA=" + Jdk.home().resolve("bin/java"), dir.resolve(program).toString());
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      all.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
    } catch (IOException | UncheckedIOException e) {
      throw new RoomException("cannot lay out " + to, e);
    }
  }

  private static void copyJar(Path targetDir, String module, Path libDir) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(targetDir, module + "-*.jar")) {
      for (Path jar : jars) {
        copyOne(jar, libDir.resolve(jar.getFileName().toString()));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RoomException(module + " is not built", e);
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
