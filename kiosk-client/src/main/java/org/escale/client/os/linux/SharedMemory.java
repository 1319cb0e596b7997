package org.escale.client.os.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.WipeItem;

/**
 * System V memory, semaphores and queues. Those of a visit live in its own namespace and die with
 * it; any that a visitor's user has outside would be residue.
 */
final class SharedMemory implements Leftover {

  private static final Map<String, String> KINDS = Map.of("shm", "-m", "sem", "-s", "msg", "-q");

  private final CommandRunner commands;
  private final Set<Integer> uids;

  SharedMemory(CommandRunner commands, Set<Integer> uids) {
    this.commands = commands;
    this.uids = Set.copyOf(uids);
  }

  /** How many there are in the namespace of a process. */
  int countSeenBy(long process) throws LinuxException {
    String listed =
        commands.run(
            List.of(
                "nsenter",
                "--ipc=/proc/" + process + "/ns/ipc",
                "cat",
                "/proc/sysvipc/shm",
                "/proc/sysvipc/sem",
                "/proc/sysvipc/msg"));
    return (int) listed.lines().filter(line -> !line.contains("key")).count();
  }

  @Override
  public WipeItem item() {
    return WipeItem.SHARED_MEMORY;
  }

  /** How many of our users there are outside. */
  @Override
  public int count() throws LinuxException {
    int found = 0;
    for (String kind : KINDS.keySet()) {
      found += idsOf(uids, KernelFile.lines(list(kind))).size();
    }
    return found;
  }

  /** Removes those of our users outside; returns how many there were. */
  @Override
  public int clean() throws LinuxException {
    int found = 0;
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      for (String id : idsOf(uids, KernelFile.lines(list(kind.getKey())))) {
        commands.run(List.of("ipcrm", kind.getValue(), id));
        found++;
      }
    }
    return found;
  }

  /** Reads a table of /proc/sysvipc, whose first line names the columns. */
  static List<String> idsOf(Set<Integer> uids, List<String> table) {
    if (table.isEmpty()) {
      return List.of();
    }
    List<String> columns = List.of(table.getFirst().strip().split("\\s+"));
    int uidColumn = columns.indexOf("uid");
    return table.stream()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> uids.contains(Integer.valueOf(fields[uidColumn])))
        .map(fields -> fields[1])
        .toList();
  }

  private static Path list(String kind) {
    return Path.of("/proc/sysvipc", kind);
  }
}
