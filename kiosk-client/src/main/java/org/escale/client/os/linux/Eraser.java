package org.escale.client.os.linux;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipePhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bursts a bubble, cleans the finite list of what lives outside it, and looks again. Needs nothing
 * but the machine's state, so it erases an earlier program's visit too, and goes on where one that
 * was killed stopped.
 */
final class Eraser {

  private static final Logger log = LoggerFactory.getLogger(Eraser.class);

  private final ControlGroup group;
  private final Bubble bubble;
  private final MemoryFiles files;
  private final SharedMemory segments;
  private final List<Leftover> outside;
  private final List<Leftover> goFirst;
  private final List<Leftover> goLast;
  private final Consumer<WipePhase> done;

  /**
   * @param done is told each phase that is over
   */
  Eraser(
      ControlGroup group,
      Bubble bubble,
      MemoryFiles files,
      SharedMemory segments,
      List<Leftover> outside,
      Consumer<WipePhase> done) {
    this.group = group;
    this.bubble = bubble;
    this.files = files;
    this.segments = segments;
    this.outside = List.copyOf(outside);
    this.goFirst = outside.stream().filter(Leftover::goesWithThePrograms).toList();
    this.goLast = outside.stream().filter(leftover -> !leftover.goesWithThePrograms()).toList();
    this.done = done;
  }

  /** What fails shows as residue: a wipe that cannot be proven is never a reason to stop it. */
  VisitSpace.Erased erase() {
    Map<WipeItem, Integer> found = new EnumMap<>(WipeItem.class);
    Map<WipePhase, Duration> phases = new EnumMap<>(WipePhase.class);
    timed(phases, WipePhase.BURST, () -> burst(found));
    timed(phases, WipePhase.OUTSIDE, () -> clean(goLast, found));
    timed(phases, WipePhase.MEMORY, this::awaitFreeMemory);
    Map<WipeItem, Integer> left = new EnumMap<>(WipeItem.class);
    timed(phases, WipePhase.CHECK, () -> check(left));
    left.values().removeIf(count -> count == 0);
    return new VisitSpace.Erased(found, left, phases);
  }

  private void burst(Map<WipeItem, Integer> found) {
    count(found, WipeItem.PROCESSES, () -> group.processes().size());
    Optional<Long> insider = bubble.insider();
    count(
        found,
        WipeItem.MEMORY_FILES,
        () -> insider.isEmpty() ? 0 : files.countSeenBy(insider.get()));
    count(
        found,
        WipeItem.SHARED_MEMORY,
        () -> insider.isEmpty() ? 0 : segments.countSeenBy(insider.get()));
    attempt("the visit's programs cannot be killed", group::beginToKill);
    CompletableFuture<Void> meanwhile = beside(() -> clean(goFirst, found));
    attempt("the visit's programs do not end", group::awaitEmpty);
    bubble.forget();
    meanwhile.join();
  }

  private static CompletableFuture<Void> beside(Runnable work) {
    return CompletableFuture.runAsync(work, Thread.ofPlatform().name("eraser")::start);
  }

  /** The kernel frees it since the burst; nothing outside waits for that. */
  private void awaitFreeMemory() {
    attempt(
        "the visit's memory is not free",
        () -> {
          group.sharedMemoryIsFree();
          group.remove();
        });
  }

  private static void clean(List<Leftover> leftovers, Map<WipeItem, Integer> found) {
    for (Leftover leftover : leftovers) {
      if (isHere(leftover)) {
        count(found, leftover.item(), leftover::clean);
      }
    }
  }

  /** What cannot be looked at is not proven to be gone. */
  private void check(Map<WipeItem, Integer> left) {
    look(left, WipeItem.PROCESSES, () -> group.processes().size());
    look(left, WipeItem.MEMORY_FILES, () -> group.exists() ? 1 : 0);
    for (Leftover leftover : outside) {
      if (isHere(leftover)) {
        look(left, leftover.item(), leftover::count);
      }
    }
  }

  private static boolean isHere(Leftover leftover) {
    try {
      return leftover.isHere();
    } catch (LinuxException e) {
      log.warn("it is not known whether there is {}", leftover.item(), e);
      return true;
    }
  }

  /** A cleaner that fails does not keep the others from cleaning; the check finds what it left. */
  private static void count(Map<WipeItem, Integer> found, WipeItem item, Counter counter) {
    try {
      add(found, item, counter.count());
    } catch (LinuxException e) {
      log.warn("not all of {} could be cleaned", item, e);
      add(found, item, 0);
    }
  }

  private static void look(Map<WipeItem, Integer> left, WipeItem item, Counter counter) {
    try {
      add(left, item, counter.count());
    } catch (LinuxException e) {
      log.warn("{} could not be looked at", item, e);
      add(left, item, 1);
    }
  }

  private static void attempt(String failure, Step step) {
    try {
      step.run();
    } catch (LinuxException e) {
      log.warn("{}", failure, e);
    }
  }

  private static void add(Map<WipeItem, Integer> counts, WipeItem item, int more) {
    counts.merge(item, more, Integer::sum);
  }

  private void timed(Map<WipePhase, Duration> phases, WipePhase phase, Runnable step) {
    long start = System.nanoTime();
    step.run();
    phases.put(phase, Duration.ofNanos(System.nanoTime() - start));
    done.accept(phase);
  }

  @FunctionalInterface
  private interface Counter {
    int count() throws LinuxException;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws LinuxException;
  }
}
