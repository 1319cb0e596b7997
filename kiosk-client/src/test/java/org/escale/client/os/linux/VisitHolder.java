package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escale.protocol.WipePhase;

/** A program that opens a visit, as an agent would, to be killed or to live under a shared root. */
final class VisitHolder {

  private VisitHolder() {}

  /** Arguments: the station's display, and what to do with the visit. */
  public static void main(String[] arguments) throws Exception {
    int display = Integer.parseInt(arguments[0]);
    String deed = arguments[1];
    LinuxVisitSpace space =
        new LinuxVisitSpace(
            TestStation.settings(display, TestStation.sound()),
            new CommandRunner(),
            phase -> dieAfter(phase, deed));
    space.open(TestStation.plan());
    switch (deed) {
      case "hold" -> Thread.currentThread().join();
      case "BURST", "MEMORY", "OUTSIDE", "CHECK" -> space.erase();
      case "under-a-shared-root" -> liveUnderASharedRoot(space);
      default -> throw new IllegalArgumentException(deed);
    }
  }

  private static void dieAfter(WipePhase phase, String deed) {
    if (phase.name().equals(deed)) {
      Machine.run("kill", "-KILL", Long.toString(ProcessHandle.current().pid()));
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
  private static void liveUnderASharedRoot(LinuxVisitSpace space) throws IOException {
    Insider insider = new Insider();
    Path later = Path.of("/run/esct-later");
    Files.createDirectories(later);
    Machine.run("mount", "-t", "tmpfs", "later", later.toString());
    boolean shared = Machine.run("findmnt", "-no", "PROPAGATION", "/").contains("shared");
    boolean seenInside = insider.run("cat /proc/self/mountinfo").output().contains("esct-later");
    List<String> wrong = Plants.plant(insider);
    boolean clean = space.erase().residue() == 0 && wrong.isEmpty();
    Machine.run("umount", later.toString());
    Files.delete(later);
    System.exit(shared && !seenInside && clean ? 0 : 1);
  }
}
