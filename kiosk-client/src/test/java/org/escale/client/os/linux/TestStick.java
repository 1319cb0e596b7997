package org.escale.client.os.linux;

import java.nio.file.Path;

/**
 * A stick for tests: a file behind a loop device, which can be put in, pulled out, and looked at.
 */
final class TestStick implements AutoCloseable {

  private static final String LOOK =
      """
      type=$(blkid -p -s TYPE -o value "$1")
      [ "$type" = exfat ] && type=$2
      mount -t tmpfs look /mnt
      mkdir /mnt/stick
      mount -t "$type" -o loop "$1" /mnt/stick
      (cd /mnt/stick && find . -type f | sort)
      umount /mnt/stick
      """;

  private final Path image;
  private final String device;

  /** Takes a loop device that is free; nothing is in it yet. */
  TestStick(Path dir) {
    Machine.requireRoot();
    this.image = dir.resolve("stick");
    this.device = Machine.run("losetup", "--find").strip();
  }

  /** The kernel's name for it. */
  String name() {
    return Path.of(device).getFileName().toString();
  }

  /** A new stick, not yet put in. */
  TestStick sized(int megabytes) {
    Machine.run("rm", "-f", image.toString());
    Machine.run("truncate", "-s", megabytes + "M", image.toString());
    return this;
  }

  /** Formats it as a stick that knows no owners. */
  TestStick asExfat(String label) {
    Machine.run("mkfs.exfat", "-L", label, image.toString());
    return this;
  }

  /** Formats it as one with owners, all of it this user's; what lies in the folder is on it. */
  TestStick asExt4(String label, Path content, String owner) {
    String uid = Machine.run("id", "-u", owner).strip();
    Machine.run(
        "mkfs.ext4",
        "-q",
        "-F",
        "-L",
        label,
        "-E",
        "root_owner=" + uid + ":0",
        "-d",
        content.toString(),
        image.toString());
    return this;
  }

  void putIn() {
    Machine.run("losetup", device, image.toString());
  }

  void putInReadOnly() {
    Machine.run("losetup", "--read-only", device, image.toString());
  }

  /** As by a hand: nothing is asked, and what was not written is lost. */
  void pullOut() {
    Machine.run("truncate", "-s", "0", image.toString());
    Machine.run("losetup", "--set-capacity", device);
  }

  /** After it was ejected. */
  void takeOut() {
    Machine.attempt("losetup", "--detach", device);
  }

  /** The documents on it, seen on another machine as it were. */
  String find() {
    return Machine.run("unshare", "--mount", "sh", "-ec", LOOK, "look", image.toString(), exfat());
  }

  private static String exfat() {
    boolean kernel = Machine.run("cat", "/proc/filesystems").contains("\texfat");
    return kernel ? "exfat" : "exfat-fuse";
  }

  @Override
  public void close() {
    takeOut();
    Machine.run("rm", "-f", image.toString());
  }
}
