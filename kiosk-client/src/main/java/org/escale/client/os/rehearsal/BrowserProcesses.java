package org.escale.client.os.rehearsal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of a rehearsed visit: those that name its folder, and their descendants. */
final class BrowserProcesses {

  private static final int SECONDS_TO_DIE = 5;

  private final String folder;

  BrowserProcesses(Path visitDir) {
    this.folder = visitDir.toString();
  }

  Set<ProcessHandle> find() {
    Set<ProcessHandle> found = new HashSet<>();
    ProcessHandle.allProcesses()
        .filter(this::namesTheFolder)
        .forEach(
            process -> {
              found.add(process);
              process.descendants().forEach(found::add);
            });
    found.removeIf(process -> process.pid() == ProcessHandle.current().pid());
    return found;
  }

  /** Kills them all; returns how many there were. */
  int killAll() {
    Set<ProcessHandle> found = find();
    found.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture<?> allGone =
        CompletableFuture.allOf(
            found.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new));
    try {
      allGone.get(SECONDS_TO_DIE, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stillThere) {
      return found.size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found.size();
  }

  private boolean namesTheFolder(ProcessHandle process) {
    return process.info().commandLine().map(line -> line.contains(folder)).orElse(false);
  }
}
