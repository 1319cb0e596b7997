package org.escale.client.os.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escale.protocol.WipeItem;

/** Mounts that a visit would have left below our run folder. None is ever made on purpose. */
final class Mounts implements Leftover {

  private final CommandRunner commands;
  private final Path runDir;

  Mounts(CommandRunner commands, Path runDir) {
    this.commands = commands;
    this.runDir = runDir;
  }

  @Override
  public WipeItem item() {
    return WipeItem.MOUNTS;
  }

  @Override
  public int count() throws LinuxException {
    return below(runDir, KernelFile.lines(Path.of("/proc/self/mountinfo"))).size();
  }

  /** Unmounts them, the innermost first; returns how many there were. */
  @Override
  public int clean() throws LinuxException {
    List<Path> found = below(runDir, KernelFile.lines(Path.of("/proc/self/mountinfo")));
    for (Path point : found.reversed()) {
      commands.run(List.of("umount", "--lazy", point.toString()));
    }
    return found.size();
  }

  /** Reads the lines of mountinfo; the folder itself may well be a mount. */
  static List<Path> below(Path dir, List<String> mountInfo) {
    List<Path> found = new ArrayList<>();
    for (String line : mountInfo) {
      Path point = MountLine.parse(line).point();
      if (point.startsWith(dir) && !point.equals(dir)) {
        found.add(point);
      }
    }
    return found;
  }
}
