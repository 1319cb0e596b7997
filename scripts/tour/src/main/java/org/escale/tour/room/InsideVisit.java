package org.escale.tour.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A visitor's program in the visit that is open on this machine: in its control groups, its
 * folders, its network, on its display.
 */
public final class InsideVisit {

  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
  private static final int DEEPEST = 4;

  /**
   * For bash: joins the groups named before {@code --}, then enters what the process after it lives
   * in, as dear to the kernel as that one when memory is short, on the display after that, and runs
   * the script after that.
   */
  public static final String ENTER =
      """
      while [ "$1" != -- ]; do echo $$ >"$1/cgroup.procs"; shift; done
      shift
      cat "/proc/$1/oom_score_adj" >/proc/$$/oom_score_adj
      exec nsenter --target "$1" --mount --pid --ipc --net --uts --root --wd -- \
        setpriv --reuid=visitor --regid=visitor --clear-groups --no-new-privs --inh-caps=-all \
        env -i PATH=/usr/bin HOME=/home/visitor "DISPLAY=$2" XAUTHORITY=/run/escale/xauthority \
        bash -c "$3"
      """;

  private InsideVisit() {}

  /** Runs a script to its end; fails if the script does. */
  public static void run(String script) {
    Commands.run(command(script));
  }

  /** True if the script ends well. */
  public static boolean succeeds(String script) {
    return Commands.succeeds(Map.of(), command(script));
  }

  private static String[] command(String script) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", ENTER, "enter"));
    groups().forEach(group -> command.add(group.toString()));
    command.add("--");
    command.add(Commands.run("pgrep", "-o", "-u", "visitor", "-f", "launcher").strip());
    command.add(display());
    command.add(script);
    return command.toArray(String[]::new);
  }

  private static List<Path> groups() {
    try (Stream<Path> dirs = Files.walk(CGROUPS, DEEPEST)) {
      return dirs.filter(dir -> dir.endsWith("escale-visit")).toList();
    } catch (IOException e) {
      throw new RoomException("the visit's control groups cannot be found", e);
    }
  }

  private static String display() {
    String servers = Commands.run("pgrep", "-a", "-u", "escale-display", "Xephyr");
    return servers.strip().split(" ", 0)[2];
  }
}
