package org.escale.client.os.linux;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the cgroup file systems are mounted on this machine. Pure: reads text the kernel gave.
 *
 * @param unified where version 2 is mounted; null if it is not
 * @param perController where version 1 has each controller, if it has
 */
record CgroupMounts(@Nullable Path unified, Map<String, Path> perController) {

  private static final Set<String> WANTED = Set.of("memory", "pids", "cpu");

  CgroupMounts {
    perController = Map.copyOf(perController);
  }

  /** Reads the lines of /proc/self/mountinfo. */
  static CgroupMounts parse(List<String> mountInfo) {
    Path unified = null;
    Map<String, Path> perController = new HashMap<>();
    for (String line : mountInfo) {
      MountLine mount = MountLine.parse(line);
      if (mount.type().equals("cgroup2") && unified == null) {
        unified = mount.point();
      } else if (mount.type().equals("cgroup")) {
        for (String option : mount.superOptions()) {
          if (WANTED.contains(option)) {
            perController.putIfAbsent(option, mount.point());
          }
        }
      }
    }
    return new CgroupMounts(unified, perController);
  }

  /**
   * The version 2 group that this program may make groups in, from the lines of /proc/self/cgroup:
   * its service's own if it runs as a service, the root if not.
   */
  static String delegatedGroup(List<String> selfCgroup) {
    String own =
        selfCgroup.stream()
            .filter(line -> line.startsWith("0::"))
            .map(line -> line.substring(3))
            .findFirst()
            .orElse("/");
    int end = own.indexOf(".service");
    return end < 0 ? "/" : own.substring(0, end + ".service".length());
  }
}
