package org.escale.client.os.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.client.os.linux.CommandRunner;
import org.escale.client.os.linux.LinuxException;
import org.escale.client.station.port.ShellHost;
import org.escale.client.station.port.ShellHostException;
import org.jspecify.annotations.Nullable;

/** Runs the shell as the same user, on the same display: nothing keeps it apart. */
public final class RehearsalShellHost implements ShellHost {

  private static final List<String> DIES_WITH_US = List.of("setpriv", "--pdeathsig=KILL");

  private final CommandRunner commands;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path logPath;

  /** The shell that runs and is meant to run; empty once it was told to stop. */
  private final AtomicReference<@Nullable Process> current = new AtomicReference<>();

  /**
   * @param command the shell's program and arguments
   * @param environment all that the shell is given
   */
  public RehearsalShellHost(
      CommandRunner commands, List<String> command, Map<String, String> environment, Path logPath) {
    this.commands = commands;
    this.command = new ArrayList<>(DIES_WITH_US);
    this.command.addAll(command);
    this.environment = Map.copyOf(environment);
    this.logPath = logPath;
  }

  @Override
  public void start(Runnable whenEnded) throws ShellHostException {
    stop();
    try {
      Process started = commands.startWithLog(command, environment, logPath);
      current.set(started);
      CompletableFuture<Void> _ =
          started
              .onExit()
              .thenRun(
                  () -> {
                    if (current.compareAndSet(started, null)) {
                      whenEnded.run();
                    }
                  });
    } catch (LinuxException e) {
      throw new ShellHostException("the shell could not be started", e);
    }
  }

  @Override
  public void stop() {
    Process running = current.getAndSet(null);
    if (running != null) {
      running.destroyForcibly();
    }
  }
}
