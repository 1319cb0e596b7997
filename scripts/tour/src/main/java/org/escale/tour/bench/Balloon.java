package org.escale.tour.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.escale.tour.room.Await;
import org.escale.tour.room.Commands;
import org.escale.tour.room.RoomException;

/**
 * Takes memory away from the machine until it is as small as another one. What it holds is never
 * given back before it is closed, so everything else has to do with the rest.
 */
final class Balloon implements AutoCloseable {

  private static final Path FILE = Path.of("/dev/shm/escale-balloon");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long MIB = 1024 * 1024;

  private Balloon() {}

  /**
   * @param mib what the kernel says is available afterwards, in MiB
   * @throws RoomException if the machine has less from the start
   */
  static Balloon leaving(long mib) throws IOException {
    long air = availableMib() - mib;
    if (air < 0) {
      throw new RoomException("this machine has less than " + mib + " MiB left");
    }
    Balloon balloon = new Balloon();
    Process blower =
        new ProcessBuilder(
                "dd",
                "if=/dev/zero",
                "of=" + FILE,
                "bs=" + MIB,
                String.format(Locale.ROOT, "count=%d", air),
                "status=none")
            .inheritIO()
            .start();
    Await.until("the machine to be small", PATIENCE, () -> !blower.isAlive());
    if (blower.exitValue() != 0) {
      balloon.close();
      throw new RoomException("the machine could not be made small");
    }
    return balloon;
  }

  private static long availableMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/meminfo")).stream()
        .filter(line -> line.startsWith("MemAvailable:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    Commands.run("rm", "-f", FILE.toString());
  }
}
