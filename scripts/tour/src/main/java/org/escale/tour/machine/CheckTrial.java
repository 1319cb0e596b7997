package org.escale.tour.machine;

import java.util.List;

/** What the installation's own checker says, and what only a running machine can say. */
final class CheckTrial {

  /** A boot loader is the installer's; this machine has none. */
  private static final String NOT_HERE = "boot menu: there is no";

  private final Station station;
  private final Finds finds;

  CheckTrial(Station station, Finds finds) {
    this.station = station;
    this.finds = finds;
  }

  void run() {
    List<String> said = station.root().say("/root/provisioning/check").output().lines().toList();
    long holds = said.stream().filter(line -> line.startsWith("holds")).count();
    finds.find(holds > 0, "provisioning/check", holds + " pieces hold");
    said.stream()
        .filter(line -> !line.startsWith("holds"))
        .forEach(line -> finds.find(line.contains(NOT_HERE), "provisioning/check", line));
    nobodyIsLetToDevices();
    kioskMayAskForNothing();
  }

  /** But to sound's clock and sequencer, whose files are made before any rule is read. */
  private void nobodyIsLetToDevices() {
    String let =
        station
            .root()
            .run(
                """
                for file in $(ls /dev/dri/* /dev/snd/* /dev/input/event* | grep -v -e seq -e timer); do
                  getfacl -sp "$file" 2>/dev/null
                done | grep -c '^user:[a-z]' || true
                """);
    finds.same("files of devices that let in a user by name", "0", let);
  }

  private void kioskMayAskForNothing() {
    for (String method : List.of("PowerOff", "Reboot", "Suspend", "Hibernate")) {
      RootLine.Said said =
          station
              .root()
              .say(
                  "setpriv --reuid=kiosk --regid=kiosk --clear-groups busctl call"
                      + " org.freedesktop.login1 /org/freedesktop/login1"
                      + " org.freedesktop.login1.Manager "
                      + method
                      + " b false");
      finds.find(
          said.exitCode() != 0, "the screen's user asks for " + method, said.output().strip());
    }
  }
}
