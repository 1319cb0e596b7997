package org.escale.tour.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.escale.tour.room.Commands;
import org.escale.tour.room.RoomException;

/**
 * A USB stick as shops sell them: a table of partitions with one in it.
 *
 * @param path all of the stick
 */
record StickDisk(Path path) {

  private static final int SECTOR = 512;
  private static final int FIRST_SECTOR = 2048;
  private static final int TABLE_AT = 446;
  private static final short SIGNATURE = (short) 0xaa55;

  /** A file system and who makes and checks it. */
  enum Kind {
    FAT(0x0c, "mkfs.vfat -F 32 -n CLE", "fsck.vfat -n"),
    EXFAT(0x07, "mkfs.exfat -L CLE", "fsck.exfat -n"),
    NTFS(0x07, "mkntfs -F -Q -L CLE", "ntfsfix -n");

    private final int number;
    private final String make;
    private final String check;

    Kind(int number, String make, String check) {
      this.number = number;
      this.make = make;
      this.check = check;
    }
  }

  static StickDisk make(Kind kind, Path dir) {
    Path path = dir.resolve("stick-" + kind);
    Path part = partOf(path);
    Commands.run("truncate", "-s", "256M", part.toString());
    run(kind.make, part);
    Commands.run("truncate", "-s", Integer.toString(FIRST_SECTOR * SECTOR), path.toString());
    Commands.run(
        "dd",
        "if=" + part,
        "of=" + path,
        "bs=1M",
        "oflag=append",
        "conv=notrunc,sparse",
        "status=none");
    Commands.run("truncate", "-s", "257M", path.toString());
    writeTable(kind, path);
    return new StickDisk(path);
  }

  private static void writeTable(Kind kind, Path path) {
    ByteBuffer table = ByteBuffer.allocate(SECTOR - TABLE_AT).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(0x00fffffe << 8);
    table.putInt(kind.number | 0xfffffe00);
    table.putInt(FIRST_SECTOR);
    table.putInt((256 << 20) / SECTOR);
    table.putShort(SECTOR - TABLE_AT - 2, SIGNATURE);
    table.rewind();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(table, TABLE_AT);
    } catch (IOException e) {
      throw new RoomException("no table of partitions on a stick", e);
    }
  }

  /** What its own checker says, read from this side; fails if it finds a fault. */
  String check(Kind kind) {
    Path part = partOf(path);
    Commands.run("dd", "if=" + path, "of=" + part, "bs=1M", "skip=1", "conv=sparse", "status=none");
    return run(kind.check, part);
  }

  private static Path partOf(Path path) {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  private static String run(String command, Path path) {
    return Commands.run((command + " " + path).split(" ", -1)).strip();
  }
}
