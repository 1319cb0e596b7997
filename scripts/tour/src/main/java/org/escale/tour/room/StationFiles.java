package org.escale.tour.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A station's programs and files, laid out as an installation would: readable by the users that the
 * station runs its parts as.
 */
final class StationFiles {

  private static final String JARS = "kiosk-client-*.jar";

  private final RoomFolders folders;
  private final Path dir;

  StationFiles(RoomFolders folders) {
    this.folders = folders;
    this.dir = folders.room().resolve("station");
  }

  /** Programs, what they need, and the files of the bubble. */
  void layOut() {
    Path built = folders.repository().resolve("kiosk-client");
    copy(built.resolve("src/main/dist"), dir);
    copy(built.resolve("target/lib"), dir.resolve("lib"));
    copyJar(built.resolve("target"));
    copy(folders.provisioning(), provisioningDir());
    readableByAll();
  }

  /** The visit's browser trusts this authority, in a demonstration alone. */
  void trust(Path standInAuthorityPath) {
    BrowserTrust.add(provisioningDir().resolve("bubble/home/.pki/nssdb"), standInAuthorityPath);
    readableByAll();
  }

  private void readableByAll() {
    Commands.run("chmod", "-R", "a+rX", dir.toString());
  }

  List<String> agentCommand() {
    return program("kiosk-agent");
  }

  List<String> shellCommand() {
    return program("kiosk-shell");
  }

  private List<String> program(String name) {
    return List.of("env", "JAVA=" + Jdk.home().resolve("bin/java"), dir.resolve(name).toString());
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

  private void copyJar(Path targetDir) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(targetDir, JARS)) {
      for (Path jar : jars) {
        copyOne(jar, dir.resolve("lib").resolve(jar.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new RoomException("the station's programs are not built", e);
    }
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
