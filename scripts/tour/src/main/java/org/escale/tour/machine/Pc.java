package org.escale.tour.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.tour.room.Program;
import org.escale.tour.room.RoomFolders;

/**
 * A PC as rooms have them, in QEMU: two cores, 4 GB of memory, a disk on SATA, a graphics card,
 * keyboard and pointer on USB, a cable to this machine's network. Its kernel is started without a
 * boot loader.
 */
final class Pc implements AutoCloseable {

  static final int WIDTH = 1280;
  static final int HEIGHT = 800;

  private static final String COMMAND_LINE =
      "root=/dev/sda ro quiet console=ttyS0,115200 console=tty0";

  private final Program program;
  private final Monitor monitor;
  private final RootLine root;

  private Pc(Program program, Monitor monitor, RootLine root) {
    this.program = program;
    this.monitor = monitor;
    this.root = root;
  }

  static Pc powerOn(RoomFolders folders, PcFiles files, Accelerator accelerator) {
    Path monitorPath = folders.room().resolve("monitor.sock");
    Path rootPath = folders.room().resolve("root.sock");
    List<String> command = new ArrayList<>(List.of("qemu-system-x86_64", "-machine", "q35"));
    command.addAll(accelerator.arguments());
    command.addAll(List.of("-m", "4096", "-smp", "2", "-no-reboot", "-display", "none"));
    command.addAll(List.of("-kernel", files.kernel().toString()));
    command.addAll(List.of("-initrd", files.initrd().toString(), "-append", COMMAND_LINE));
    command.addAll(List.of("-drive", "if=none,id=disk,format=raw,file=" + files.disk()));
    command.addAll(List.of("-device", "ide-hd,drive=disk"));
    command.addAll(
        List.of("-vga", "none", "-device", "VGA,xres=%d,yres=%d".formatted(WIDTH, HEIGHT)));
    command.addAll(List.of("-device", "qemu-xhci,id=usb", "-device", "usb-kbd,bus=usb.0"));
    command.addAll(List.of("-device", "usb-tablet,bus=usb.0"));
    command.addAll(List.of("-audiodev", "none,id=sound", "-device", "intel-hda"));
    command.addAll(List.of("-device", "hda-duplex,audiodev=sound"));
    command.addAll(List.of("-netdev", "user,id=cable", "-device", "virtio-net-pci,netdev=cable"));
    command.addAll(List.of("-device", "virtio-serial-pci", "-chardev", socket("root", rootPath)));
    command.addAll(List.of("-device", "virtserialport,chardev=root,name=escale.test"));
    command.addAll(List.of("-chardev", socket("monitor", monitorPath)));
    command.addAll(List.of("-mon", "chardev=monitor,mode=control"));
    command.addAll(List.of("-serial", "file:" + folders.log("console")));
    Program program = Program.start("pc", folders, Map.of(), command);
    Duration patience = accelerator.patience().multipliedBy(3);
    return new Pc(program, Monitor.connect(monitorPath), RootLine.connect(rootPath, patience));
  }

  private static String socket(String id, Path path) {
    return "socket,id=%s,path=%s,server=on,wait=off".formatted(id, path);
  }

  /** False once it has switched itself off, or wanted to start anew. */
  boolean isOn() {
    return program.running();
  }

  Monitor monitor() {
    return monitor;
  }

  RootLine root() {
    return root;
  }

  /** What stands on its screen. */
  void picture(Path path) {
    monitor.tell("screendump", Map.of("filename", path.toString(), "format", "png"));
  }

  /** At once: nothing in it learns of it, nothing is written any more. */
  void cutPower() {
    program.kill();
    monitor.close();
    root.close();
  }

  @Override
  public void close() {
    cutPower();
  }
}
