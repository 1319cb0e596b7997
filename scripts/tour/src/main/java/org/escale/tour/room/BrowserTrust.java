package org.escale.tour.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a browser trust an authority, as a person would: in its user's certificate store (NSS). */
public final class BrowserTrust {

  private BrowserTrust() {}

  /**
   * @param storeDir the user's {@code .pki/nssdb}; made if it is not there
   */
  public static void add(Path storeDir, Path authorityPath) {
    try {
      Files.createDirectories(storeDir);
    } catch (IOException e) {
      throw new RoomException("no folder for a certificate store", e);
    }
    String store = "sql:" + storeDir;
    Commands.run("certutil", "-d", store, "-N", "--empty-password");
    Commands.run(
        "certutil", "-d", store, "-A", "-t", "C,,", "-n", "escale", "-i", authorityPath.toString());
  }
}
