package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every process of this machine, by the users it runs as. */
final class ProcessTable {

  private static final Duration SOON = Duration.ofSeconds(2);

  private ProcessTable() {}

  /** Ids of the living processes that run as one of these users in any way. */
  static List<Long> ofUsers(Set<Integer> uids) throws LinuxException {
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> dirs = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path dir : dirs) {
        if (runsAs(uids, statusOf(dir))) {
          found.add(Long.valueOf(dir.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      throw new LinuxException("cannot list processes", e);
    }
    return found;
  }

  /** Kills every process of these users and waits until they are gone; returns how many. */
  static int killAllOf(Set<Integer> uids) throws LinuxException {
    Set<Long> seen = new HashSet<>();
    Await.holdsWithin(
        SOON,
        () -> {
          List<Long> found = ofUsers(uids);
          seen.addAll(found);
          found.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
          return found.isEmpty();
        });
    return seen.size();
  }

  /** Reads a text of the form of /proc/PID/status. Zombies hold nothing and do not count. */
  static boolean runsAs(Set<Integer> uids, String status) {
    boolean dead = status.lines().anyMatch(line -> line.startsWith("State:\tZ"));
    return !dead
        && status
            .lines()
            .filter(line -> line.startsWith("Uid:\t"))
            .flatMap(line -> Arrays.stream(line.substring(5).split("\t")))
            .anyMatch(uid -> uids.contains(Integer.valueOf(uid)));
  }

  private static String statusOf(Path processDir) {
    try {
      return Files.readString(processDir.resolve("status"));
    } catch (IOException gone) {
      return "";
    }
  }
}
