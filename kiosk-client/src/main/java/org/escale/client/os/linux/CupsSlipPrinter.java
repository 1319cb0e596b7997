package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.escale.client.station.port.SlipPrinter;
import org.escale.client.station.port.SlipPrinterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slip printer that CUPS knows. */
public final class CupsSlipPrinter implements SlipPrinter {

  private static final Logger log = LoggerFactory.getLogger(CupsSlipPrinter.class);

  private final CommandRunner commands;
  private final Path runDir;
  private final String queue;

  /**
   * @param runDir in memory only
   * @param queue its name at CUPS; empty: there is none
   */
  public CupsSlipPrinter(CommandRunner commands, Path runDir, String queue) {
    this.commands = commands;
    this.runDir = runDir;
    this.queue = queue;
  }

  @Override
  public boolean isThere() {
    if (queue.isEmpty()) {
      return false;
    }
    try {
      return commands.run(List.of("lpstat", "-a", queue)).startsWith(queue + " accepting");
    } catch (LinuxException e) {
      log.info("no slips are printed: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public void print(byte[] page) throws SlipPrinterException {
    try {
      Path pagePath =
          Files.createTempFile(
              runDir,
              "slip",
              ".png",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.write(pagePath, page);
        commands.run(
            List.of(
                "lp", "-s", "-d", queue, "-t", "slip", "-o", "fit-to-page", pagePath.toString()));
      } finally {
        Files.deleteIfExists(pagePath);
      }
    } catch (IOException | LinuxException e) {
      throw new SlipPrinterException("the slip could not be handed to the printer", e);
    }
  }
}
