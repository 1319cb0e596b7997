package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A group of processes that is limited, frozen and killed as one. */
final class ControlGroup {

  private static final Duration SOON = Duration.ofSeconds(5);

  /**
   * Enters the groups named before {@code --}, then becomes the command after it, which is to be
   * killed before anything of the station's when the machine's memory runs out.
   */
  private static final String ENTER =
      """
      echo 500 > /proc/self/oom_score_adj || exit 125
      while [ "$1" != -- ]; do echo $$ > "$1" || exit 125; shift; done
      shift
      exec "$@"
      """;

  /** One controller of the group and the folder where it is told. */
  record Controller(String name, Path dir, boolean unified) {}

  private final Path core;
  private final List<Controller> controllers;

  ControlGroup(Path core, List<Controller> controllers) {
    this.core = core;
    this.controllers = List.copyOf(controllers);
  }

  void create(long memoryBytes, int processes, int cpuWeight) throws LinuxException {
    for (Path dir : dirs()) {
      try {
        Files.createDirectories(dir);
      } catch (IOException e) {
        throw new LinuxException("cannot make the cgroup " + dir, e);
      }
    }
    for (Controller controller : controllers) {
      switch (controller.name()) {
        case "memory" -> limitMemory(controller, memoryBytes);
        case "pids" -> tell(controller, "pids.max", processes);
        case "cpu" -> weighCpu(controller, cpuWeight);
        default -> throw new IllegalStateException("a controller nobody asked for");
      }
    }
  }

  /** The same command, but first it enters this group. It stays the same process. */
  List<String> entering(List<String> command) {
    List<String> whole = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, "enter"));
    for (Path dir : dirs()) {
      whole.add(dir.resolve("cgroup.procs").toString());
    }
    whole.add("--");
    whole.addAll(command);
    return whole;
  }

  boolean exists() {
    return dirs().stream().anyMatch(Files::exists);
  }

  /** Ids of the processes inside, threads not counted. */
  List<Long> processes() throws LinuxException {
    if (!Files.exists(core)) {
      return List.of();
    }
    return KernelFile.lines(core.resolve("cgroup.procs")).stream().map(Long::valueOf).toList();
  }

  void freeze() throws LinuxException {
    setFrozen(true);
  }

  void thaw() throws LinuxException {
    setFrozen(false);
  }

  /** Kills every process inside and returns when none is left. */
  void kill() throws LinuxException {
    beginToKill();
    awaitEmpty();
  }

  /** Every process inside is killed; what it held is freed a little later. */
  void beginToKill() throws LinuxException {
    if (Files.exists(core)) {
      KernelFile.write(core.resolve("cgroup.kill"), "1");
    }
  }

  void awaitEmpty() throws LinuxException {
    if (Files.exists(core)) {
      Await.until("a killed cgroup is empty", SOON, () -> event("populated") == 0);
    }
  }

  /** Waits until the memory that files and segments took is free; true if it is. */
  boolean sharedMemoryIsFree() throws LinuxException {
    for (Controller controller : controllers) {
      if (controller.name().equals("memory") && Files.exists(controller.dir())) {
        Path statPath = controller.dir().resolve("memory.stat");
        return Await.holdsWithin(
            SOON, () -> KernelFile.numberAfter("shmem", KernelFile.read(statPath)) == 0);
      }
    }
    return true;
  }

  /** Removes the group; true if it is gone. */
  boolean remove() throws LinuxException {
    return Await.holdsWithin(SOON, this::triedToRemove);
  }

  private boolean triedToRemove() {
    for (Path dir : dirs()) {
      try {
        Files.deleteIfExists(dir);
      } catch (IOException busy) {
        return false;
      }
    }
    return true;
  }

  private Set<Path> dirs() {
    Set<Path> dirs = new LinkedHashSet<>(List.of(core));
    controllers.forEach(controller -> dirs.add(controller.dir()));
    return dirs;
  }

  private void setFrozen(boolean frozen) throws LinuxException {
    int wanted = frozen ? 1 : 0;
    KernelFile.write(core.resolve("cgroup.freeze"), Integer.toString(wanted));
    Await.until("a cgroup is frozen or thawed", SOON, () -> event("frozen") == wanted);
  }

  private long event(String name) throws LinuxException {
    return KernelFile.numberAfter(name, KernelFile.read(core.resolve("cgroup.events")));
  }

  private static void limitMemory(Controller controller, long bytes) throws LinuxException {
    if (!controller.unified()) {
      tell(controller, "memory.limit_in_bytes", bytes);
      return;
    }
    tell(controller, "memory.max", bytes);
    if (Files.exists(controller.dir().resolve("memory.swap.max"))) {
      tell(controller, "memory.swap.max", 0);
    }
  }

  private static void weighCpu(Controller controller, int weight) throws LinuxException {
    if (controller.unified()) {
      tell(controller, "cpu.weight", weight);
    } else {
      tell(controller, "cpu.shares", weight * 1024L / 100);
    }
  }

  private static void tell(Controller controller, String file, long value) throws LinuxException {
    KernelFile.write(controller.dir().resolve(file), Long.toString(value));
  }
}
