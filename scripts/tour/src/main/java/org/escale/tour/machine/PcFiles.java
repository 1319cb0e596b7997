package org.escale.tour.machine;

import java.nio.file.Path;
import org.escale.tour.room.Commands;

/**
 * What the PC starts from.
 *
 * @param disk the PC's own copy; what it writes stays there
 */
record PcFiles(Path disk, Path kernel, Path initrd) {

  /**
   * @param madeDir where the disk was made, which stays as it is
   * @param dir where the PC's own is put
   */
  static PcFiles copy(Path madeDir, Path dir) {
    Path disk = dir.resolve("disk");
    Commands.run("cp", "--sparse=always", madeDir.resolve("disk").toString(), disk.toString());
    return new PcFiles(disk, madeDir.resolve("kernel"), madeDir.resolve("initrd"));
  }
}
