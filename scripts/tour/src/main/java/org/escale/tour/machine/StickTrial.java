package org.escale.tour.machine;

import java.util.Map;
import java.util.UUID;
import org.escale.tour.room.Await;
import org.escale.tour.room.RoomException;

/** Sticks are put into the running machine, used, taken out, and read on this side. */
final class StickTrial {

  private static final String SAVED = "sont sur la clé|est sur la clé";
  private static final String CAN_BE_TAKEN_OUT = "Vous pouvez retirer votre clé";

  private final Station station;
  private final Finds finds;

  StickTrial(Station station, Finds finds) {
    this.station = station;
    this.finds = finds;
  }

  void run() {
    for (StickDisk.Kind kind : StickDisk.Kind.values()) {
      use(kind);
    }
    noNetworkByUsb();
  }

  private void use(StickDisk.Kind kind) {
    StickDisk stick = StickDisk.make(kind, station.centre().folders().room());
    String paper = UUID.randomUUID().toString();
    station.openVisit();
    putIn(stick);
    station.visitor().presses("stick");
    station.visitor().sees("session-stick");
    finds.find(true, kind + " is put in", "the screen offers it");
    limitsHold(kind);
    station.visitor().presses("open-stick");
    station.visit().run("echo %s >\"$HOME/Downloads/attestation.txt\"".formatted(paper));
    station.visitor().presses("save-to-stick");
    finds.tell(kind + ", saving", station.visitor().reads(SAVED));
    station.picture("stick-" + kind);
    station.visitor().presses("eject-stick");
    finds.tell(kind + ", taking out", station.visitor().reads(CAN_BE_TAKEN_OUT));
    finds.same(
        kind + " is held by nobody",
        "0",
        station
            .root()
            .run(
                "grep -c ' - \\(vfat\\|exfat\\|ntfs3\\|fuseblk\\) ' /proc/self/mountinfo || true"));
    takeOut();
    station.visitor().presses("back");
    station.endVisit();
    VisitTrial.proven(station, finds);
    finds.find(
        new DiskSearch(stick.path()).count(paper) > 0,
        kind + ", read on this side",
        "the document is on it");
    String said = stick.check(kind);
    finds.find(true, kind + " is whole", said.lines().reduce((first, last) -> last).orElse(""));
  }

  /** Nothing is run from it, and it gives nobody more than they have. */
  private void limitsHold(StickDisk.Kind kind) {
    String options =
        station.visit().run("awk '$5 == \"/media/usb\" { print $6 }' /proc/self/mountinfo");
    finds.find(
        options.contains("nosuid") && options.contains("nodev") && options.contains("noexec"),
        kind + " in the visit",
        options);
  }

  /** A telephone or a stick that is a network card: not let in. */
  private void noNetworkByUsb() {
    String before = station.root().run("ls /sys/class/net | xargs");
    Monitor monitor = station.pc().monitor();
    monitor.tell("netdev_add", Map.of("type", "user", "id", "phone"));
    monitor.tell(
        "device_add",
        Map.of("driver", "usb-net", "id", "phone-usb", "netdev", "phone", "bus", "usb.0"));
    Pause.of(5_000);
    finds.same(
        "a network card on USB makes no network",
        before,
        station.root().run("ls /sys/class/net | xargs"));
    monitor.tell("device_del", Map.of("id", "phone-usb"));
    monitor.awaitEvent("DEVICE_DELETED");
  }

  private void putIn(StickDisk stick) {
    Monitor monitor = station.pc().monitor();
    monitor.tell(
        "blockdev-add",
        Map.of(
            "driver", "raw",
            "node-name", "stick",
            "file", Map.of("driver", "file", "filename", stick.path().toString())));
    monitor.tell(
        "device_add",
        Map.of(
            "driver",
            "usb-storage",
            "id",
            "stick-usb",
            "drive",
            "stick",
            "bus",
            "usb.0",
            "removable",
            true));
    Await.until(
        "the kernel to see the stick",
        station.patience(),
        () -> station.root().say("ls /sys/block | grep -qx sdb").exitCode() == 0);
  }

  private void takeOut() {
    Monitor monitor = station.pc().monitor();
    monitor.tell("device_del", Map.of("id", "stick-usb"));
    monitor.awaitEvent("DEVICE_DELETED");
    // The device goes a moment later than its name.
    Await.until("the stick to be let go", station.patience(), () -> isGone(monitor));
  }

  private static boolean isGone(Monitor monitor) {
    try {
      monitor.tell("blockdev-del", Map.of("node-name", "stick"));
      return true;
    } catch (RoomException inUse) {
      return false;
    }
  }
}
