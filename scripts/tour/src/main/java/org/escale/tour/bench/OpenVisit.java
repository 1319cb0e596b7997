package org.escale.tour.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.escale.tour.room.Commands;
import org.escale.tour.room.RoomException;

/** A visit that is open on this machine, taken by its control groups. */
final class OpenVisit {

  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final int DEEPEST = 4;
  private static final String HOME = "/home/visitor";

  /** Joins the visit's groups, so that its memory is the visit's, then goes where it lives. */
  private static final String ENTER =
      """
      while [ "$1" != -- ]; do echo $$ >"$1/cgroup.procs"; shift; done
      shift
      exec nsenter --target "$1" --mount -- setpriv --reuid=visitor --regid=visitor --clear-groups \
        "${@:2}"
      """;

  private final List<Path> groups;

  private OpenVisit(List<Path> groups) {
    this.groups = groups;
  }

  static OpenVisit find() throws IOException {
    try (Stream<Path> dirs = Files.walk(CGROUPS, DEEPEST)) {
      return new OpenVisit(dirs.filter(dir -> dir.endsWith("escale-visit")).toList());
    }
  }

  void fill(Load load) {
    List<String> enter = new ArrayList<>(List.of("bash", "-c", ENTER, "enter"));
    groups.forEach(group -> enter.add(group.toString()));
    enter.add("--");
    enter.add(Commands.run("pgrep", "-o", "-u", "visitor", "-f", "launcher").strip());
    load.plant(enter, HOME);
  }

  /**
   * Kills every process and waits until their memory is free; nothing that ends a visit is faster.
   *
   * @return how long it took, in milliseconds
   */
  double killAndUnmount() throws IOException {
    Path core = having("cgroup.kill");
    Path stat = having("memory.stat").resolve("memory.stat");
    long start = System.nanoTime();
    Files.writeString(core.resolve("cgroup.kill"), "1");
    while (!Files.readString(core.resolve("cgroup.events")).contains("populated 0")
        || Files.readString(stat).lines().noneMatch("shmem 0"::equals)) {
      Thread.onSpinWait();
    }
    return (System.nanoTime() - start) / 1_000_000.0;
  }

  private Path having(String file) {
    return groups.stream()
        .filter(group -> Files.exists(group.resolve(file)))
        .findFirst()
        .orElseThrow(() -> new RoomException("no visit is open"));
  }
}
