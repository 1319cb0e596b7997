package org.escale.client.os.linux;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipePhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bursts a bubble, cleans the finite list of what lives outside it, and looks again. Needs nothing
 * but the machine's state, so it erases an earlier program's visit too.
 */
final class Eraser {

  private static final Logger log = LoggerFactory.getLogger(Eraser.class);

  private final Set<Integer> uids;
  private final ControlGroup group;
  private final RunFolders folders;
  private final VisitNetwork network;
  private final VisitDisplay display;
  private final Bubble bubble;
  private final KernelKeys keys;
  private final SharedMemory segments;
  private final MemoryFiles files;
  private final Mounts mounts;

  Eraser(
      CommandRunner commands,
      LinuxSettings settings,
      Account visitor,
      Account displayAccount,
      ControlGroup group,
      RunFolders folders,
      VisitNetwork network,
      VisitDisplay display,
      Bubble bubble) {
    this.uids = Set.of(visitor.uid(), displayAccount.uid());
    this.group = group;
    this.folders = folders;
    this.network = network;
    this.display = display;
    this.bubble = bubble;
    this.keys = new KernelKeys(commands, visitor);
    this.segments = new SharedMemory(commands, uids);
    this.files = new MemoryFiles(commands, visitor);
    this.mounts = new Mounts(commands, settings.runDir());
  }

  VisitSpace.Erased erase() throws LinuxException {
    Map<WipeItem, Integer> found = new EnumMap<>(WipeItem.class);
    Map<WipePhase, Duration> phases = new EnumMap<>(WipePhase.class);
    timed(phases, WipePhase.BURST, () -> burst(found));
    timed(phases, WipePhase.MEMORY, this::freeMemory);
    timed(phases, WipePhase.OUTSIDE, () -> cleanOutside(found));
    Map<WipeItem, Integer> left = new EnumMap<>(WipeItem.class);
    timed(phases, WipePhase.CHECK, () -> check(left));
    return new VisitSpace.Erased(
        found, left.values().stream().mapToInt(Integer::intValue).sum(), phases);
  }

  private void burst(Map<WipeItem, Integer> found) throws LinuxException {
    countInside(found);
    add(found, WipeItem.PROCESSES, group.processes().size());
    group.kill();
    bubble.forget();
  }

  private void countInside(Map<WipeItem, Integer> found) throws LinuxException {
    Optional<Long> insider = bubble.insider();
    add(found, WipeItem.MEMORY_FILES, 0);
    add(found, WipeItem.SHARED_MEMORY, 0);
    if (insider.isPresent()) {
      add(found, WipeItem.MEMORY_FILES, files.countSeenBy(insider.get()));
      add(found, WipeItem.SHARED_MEMORY, segments.countSeenBy(insider.get()));
    }
  }

  private void freeMemory() throws LinuxException {
    group.sharedMemoryIsFree();
    group.remove();
  }

  private void cleanOutside(Map<WipeItem, Integer> found) {
    clean(found, WipeItem.VISIT_DISPLAY, display::remove);
    clean(found, WipeItem.PROCESSES, () -> ProcessTable.killAllOf(uids));
    clean(found, WipeItem.SHARED_MEMORY, segments::remove);
    clean(found, WipeItem.NETWORK, network::remove);
    clean(found, WipeItem.KERNEL_KEYS, keys::remove);
    clean(found, WipeItem.MOUNTS, mounts::remove);
    clean(found, WipeItem.RUN_FOLDERS, folders::remove);
  }

  /** A cleaner that fails does not keep the others from cleaning; the check finds what it left. */
  private static void clean(Map<WipeItem, Integer> found, WipeItem item, Cleaner cleaner) {
    try {
      add(found, item, cleaner.clean());
    } catch (LinuxException e) {
      log.warn("not all of {} could be cleaned", item, e);
      add(found, item, 0);
    }
  }

  private void check(Map<WipeItem, Integer> left) throws LinuxException {
    add(left, WipeItem.PROCESSES, ProcessTable.ofUsers(uids).size());
    add(left, WipeItem.MEMORY_FILES, group.exists() ? 1 : 0);
    add(left, WipeItem.VISIT_DISPLAY, display.count());
    add(left, WipeItem.SHARED_MEMORY, segments.count());
    add(left, WipeItem.NETWORK, network.count());
    add(left, WipeItem.KERNEL_KEYS, keys.count());
    add(left, WipeItem.MOUNTS, mounts.count());
    add(left, WipeItem.RUN_FOLDERS, folders.count());
  }

  private static void add(Map<WipeItem, Integer> counts, WipeItem item, int more) {
    counts.merge(item, more, Integer::sum);
  }

  private static void timed(Map<WipePhase, Duration> phases, WipePhase phase, Step step)
      throws LinuxException {
    long start = System.nanoTime();
    step.run();
    phases.put(phase, Duration.ofNanos(System.nanoTime() - start));
  }

  @FunctionalInterface
  private interface Cleaner {
    int clean() throws LinuxException;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws LinuxException;
  }
}
