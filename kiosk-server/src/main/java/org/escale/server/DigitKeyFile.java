package org.escale.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.escale.server.booking.DigitSeal;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;

/**
 * The key that tickets' digits are sealed with, beside the database and not in it: a copy of the
 * database opens no ticket. Without the key the tickets that go about need new digits.
 */
final class DigitKeyFile {

  private static final String NAME = "ticket-digits.key";

  static byte[] open(Path dataDir, SecureRandom random) throws CannotStartException {
    Path path = dataDir.resolve(NAME);
    try {
      if (!Files.exists(path)) {
        write(path, random);
      }
      byte[] key = Files.readAllBytes(path);
      if (key.length != DigitSeal.KEY_BYTES) {
        throw new CannotStartException(
            Reason.DATA_FOLDER_NOT_WRITABLE,
            "The key of the tickets is damaged: remove " + path + ", and a new one is made.");
      }
      return key;
    } catch (IOException e) {
      throw new CannotStartException(
          Reason.DATA_FOLDER_NOT_WRITABLE,
          "The key of the tickets cannot be kept in " + path + ".",
          e);
    }
  }

  /** Whole or not at all, also if the power fails. */
  private static void write(Path path, SecureRandom random) throws IOException {
    byte[] key = new byte[DigitSeal.KEY_BYTES];
    random.nextBytes(key);
    Path newPath = path.resolveSibling(NAME + ".new");
    Files.deleteIfExists(newPath);
    Files.createFile(
        newPath,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(newPath, key);
    Files.move(newPath, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private DigitKeyFile() {}
}
