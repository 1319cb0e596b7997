package org.escale.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the set-up code for whoever may read the data folder, until it is used. */
final class SetupCodeFile {

  private static final Logger log = LoggerFactory.getLogger(SetupCodeFile.class);
  private static final String NAME = "setup-code";

  private final Path path;

  SetupCodeFile(Path dataDir) {
    this.path = dataDir.resolve(NAME);
  }

  void write(String code) throws CannotStartException {
    try {
      Files.deleteIfExists(path);
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(path, code + "\n", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new CannotStartException(
          Reason.DATA_FOLDER_NOT_WRITABLE, "The set-up code cannot be written to " + path + ".", e);
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.warn("The used set-up code could not be removed from the data folder.", e);
    }
  }
}
