package org.escale.client.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mounts that one process sees, from its {@code mountinfo}. */
record MountTable(List<Mount> mounts) {

  /** File systems in which the kernel speaks, and nobody's files lie. */
  private static final Set<String> KERNELS_OWN =
      Set.of(
          "autofs",
          "binfmt_misc",
          "bpf",
          "cgroup",
          "cgroup2",
          "configfs",
          "debugfs",
          "devpts",
          "efivarfs",
          "fusectl",
          "nsfs",
          "proc",
          "pstore",
          "rpc_pipefs",
          "securityfs",
          "selinuxfs",
          "sysfs",
          "tracefs");

  private static final int DEVICE = 2;
  private static final int ROOT = 3;
  private static final int POINT = 4;

  /**
   * One of them.
   *
   * @param device what it holds: the same device has the same files
   */
  record Mount(String device, String root, Path point, String type, boolean readOnly) {}

  MountTable {
    mounts = List.copyOf(mounts);
  }

  static MountTable parse(List<String> mountInfo) {
    List<Mount> mounts = new ArrayList<>();
    for (String line : mountInfo) {
      String[] halves = line.split(" - ", 2);
      String[] first = halves[0].split(" ", -1);
      String[] second = halves[1].split(" ", -1);
      boolean readOnly = List.of(second[second.length - 1].split(",")).contains("ro");
      mounts.add(
          new Mount(first[DEVICE], first[ROOT], Path.of(plain(first[POINT])), second[0], readOnly));
    }
    return new MountTable(mounts);
  }

  /** One mount for each device on which somebody's files can lie: the one that shows most of it. */
  Map<String, Mount> writable() {
    Map<String, Mount> byDevice = new LinkedHashMap<>();
    for (Mount mount : mounts) {
      if (!mount.readOnly && !KERNELS_OWN.contains(mount.type)) {
        byDevice.merge(
            mount.device,
            mount,
            (one, other) -> other.root.length() < one.root.length() ? other : one);
      }
    }
    return byDevice;
  }

  Set<String> devices() {
    return writable().keySet();
  }

  private static String plain(String escaped) {
    return escaped
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
