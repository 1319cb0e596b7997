package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cgroups of this machine, wherever they are mounted. Freezing and killing need version 2;
 * memory, pids and cpu are taken from version 2 where it has them, else from version 1.
 */
final class Cgroups {

  private static final List<String> CONTROLLERS = List.of("memory", "pids", "cpu");

  private final Path base;
  private final CgroupMounts mounts;
  private final List<String> unifiedControllers;

  private Cgroups(Path base, CgroupMounts mounts, List<String> unifiedControllers) {
    this.base = base;
    this.mounts = mounts;
    this.unifiedControllers = unifiedControllers;
  }

  static Cgroups find() throws LinuxException {
    CgroupMounts mounts = CgroupMounts.parse(KernelFile.lines(Path.of("/proc/self/mountinfo")));
    Path unified = mounts.unified();
    if (unified == null) {
      throw new LinuxException("this machine has no cgroup version 2 mounted");
    }
    String own = CgroupMounts.delegatedGroup(KernelFile.lines(Path.of("/proc/self/cgroup")));
    Path base = unified.resolve(own.substring(1));
    List<String> offered =
        List.of(KernelFile.read(base.resolve("cgroup.controllers")).split("\\s"));
    Cgroups cgroups =
        new Cgroups(base, mounts, CONTROLLERS.stream().filter(offered::contains).toList());
    cgroups.requireControllers();
    return cgroups;
  }

  /** A group of this name; nothing is made yet. */
  ControlGroup group(String name) {
    List<ControlGroup.Controller> controllers = new ArrayList<>();
    for (String controller : CONTROLLERS) {
      boolean inUnified = unifiedControllers.contains(controller);
      Path mount = inUnified ? base : mounts.perController().get(controller);
      if (mount != null) {
        controllers.add(new ControlGroup.Controller(controller, mount.resolve(name), inUnified));
      }
    }
    return new ControlGroup(base.resolve(name), controllers);
  }

  /** Lets groups below use the version 2 controllers. A service first leaves its own group. */
  void enableControllers() throws LinuxException {
    if (unifiedControllers.isEmpty()) {
      return;
    }
    if (!base.equals(mounts.unified())) {
      moveIntoLeaf();
    }
    for (String controller : unifiedControllers) {
      KernelFile.write(base.resolve("cgroup.subtree_control"), "+" + controller);
    }
  }

  private void requireControllers() throws LinuxException {
    for (String controller : CONTROLLERS) {
      if (!unifiedControllers.contains(controller)
          && !mounts.perController().containsKey(controller)) {
        throw new LinuxException("this machine has no cgroup controller for " + controller);
      }
    }
  }

  private void moveIntoLeaf() throws LinuxException {
    Path leaf = base.resolve("agent");
    try {
      Files.createDirectories(leaf);
    } catch (IOException e) {
      throw new LinuxException("cannot make " + leaf, e);
    }
    for (String process : KernelFile.lines(base.resolve("cgroup.procs"))) {
      KernelFile.write(leaf.resolve("cgroup.procs"), process);
    }
  }
}
