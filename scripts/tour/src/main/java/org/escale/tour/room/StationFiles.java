package org.escale.tour.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A station's programs and files, laid out as an installation would: readable by the users that the
 * station runs its parts as.
 */
final class StationFiles {

  private final RoomFolders folders;
  private final Path dir;

  StationFiles(RoomFolders folders) {
    this.folders = folders;
    this.dir = folders.room().resolve("station");
  }

  /**
   * Lays everything out, with one addition: the visit's browser trusts the stand-in's authority.
   */
  void layOut(Path standInAuthorityPath) {
    copy(folders.repository().resolve("kiosk-client/target/classes"), dir.resolve("classes"));
    copy(folders.repository().resolve("kiosk-client/target/lib"), dir.resolve("lib"));
    copy(folders.provisioning(), provisioningDir());
    BrowserTrust.add(provisioningDir().resolve("bubble/home/.pki/nssdb"), standInAuthorityPath);
    Commands.run("chmod", "-R", "a+rX", dir.toString());
  }

  String classPath() {
    return dir.resolve("classes") + ":" + dir.resolve("lib") + "/*";
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

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      all.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
    } catch (IOException e) {
      throw new RoomException("cannot lay out " + to, e);
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
