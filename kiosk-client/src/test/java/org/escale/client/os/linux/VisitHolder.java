package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escale.client.station.port.VisitSpaceException;

/** A program that opens a visit, as an agent would, to be killed or to live under a shared root. */
final class VisitHolder {

  private VisitHolder() {}

  /** Arguments: the station's display, and what to do with the visit. */
  public static void main(String[] arguments) throws Exception {
    int display = Integer.parseInt(arguments[0]);
    LinuxVisitSpace space = new LinuxVisitSpace(TestStation.settings(display), new CommandRunner());
    space.open(TestStation.plan());
    switch (arguments[1]) {
      case "hold" -> Thread.currentThread().join();
      case "under-a-shared-root" -> liveUnderASharedRoot(space);
      default -> throw new IllegalArgumentException(arguments[1]);
    }
  }

  static Process start(int display, String deed, List<String> inFront) {
    List<String> command = new ArrayList<>(inFront);
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            VisitHolder.class.getName(),
            Integer.toString(display),
            deed));
    return Machine.start(command);
  }

  /** Exits 0 only if a mount made later stays outside and nothing is left. */
  private static void liveUnderASharedRoot(LinuxVisitSpace space)
      throws VisitSpaceException, IOException {
    Insider insider = new Insider();
    Path later = Path.of("/run/esct-later");
    Files.createDirectories(later);
    Machine.run("mount", "-t", "tmpfs", "later", later.toString());
    boolean shared = Machine.run("findmnt", "-no", "PROPAGATION", "/").contains("shared");
    boolean seenInside = insider.run("cat /proc/self/mountinfo").output().contains("esct-later");
    boolean clean = space.erase().residue() == 0;
    Machine.run("umount", later.toString());
    Files.delete(later);
    System.exit(shared && !seenInside && clean ? 0 : 1);
  }
}
