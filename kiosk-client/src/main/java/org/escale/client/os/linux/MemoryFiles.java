package org.escale.client.os.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts the files in a visit's memory without reading a single name. */
final class MemoryFiles {

  private final CommandRunner commands;
  private final Account visitor;

  MemoryFiles(CommandRunner commands, Account visitor) {
    this.commands = commands;
    this.visitor = visitor;
  }

  /** How many files and folders are in the memory that a process of the bubble sees. */
  int countSeenBy(long process) throws LinuxException {
    List<String> command = new ArrayList<>(List.of("stat", "--file-system", "--format=%c %d"));
    for (Path dir : dirs()) {
      command.add("/proc/" + process + "/root" + dir);
    }
    return used(commands.run(command));
  }

  /** Reads lines of "all inodes, free inodes". */
  static int used(String listed) {
    long used =
        listed
            .lines()
            .map(line -> line.split(" ", 2))
            .mapToLong(counts -> Long.parseLong(counts[0]) - Long.parseLong(counts[1]))
            .sum();
    return Math.toIntExact(used);
  }

  private List<Path> dirs() {
    return List.of(
        BubbleRoot.HOME,
        Path.of("/tmp"),
        Path.of("/var/tmp"),
        Path.of("/dev/shm"),
        BubbleRoot.runtimeDir(visitor));
  }
}
