package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.client.station.port.ShellHost;
import org.escale.client.station.port.ShellHostException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the shell as its own user in a network namespace with nothing in it. Its environment is what
 * is listed here and nothing of the agent's.
 */
public final class LinuxShellHost implements ShellHost {

  private final CommandRunner commands;
  private final LinuxSettings settings;
  private final List<String> command;
  private final Path shellDir;

  /** The shell that runs and is meant to run; empty once it was told to stop. */
  private final AtomicReference<@Nullable Process> current = new AtomicReference<>();

  /**
   * @param command the shell's program and arguments
   */
  public LinuxShellHost(LinuxSettings settings, CommandRunner commands, List<String> command) {
    this.commands = commands;
    this.settings = settings;
    this.command = List.copyOf(command);
    this.shellDir = settings.runDir().resolve("shell");
  }

  @Override
  public void start(Runnable whenEnded) throws ShellHostException {
    stop();
    try {
      Account account = Account.named(settings.users().shell());
      makeHome(account);
      OuterCookie.read(settings.outerDisplay()).writeFor(account, authorityPath());
      Process started =
          commands.startWithLog(withoutNetwork(account), environment(account), logPath());
      current.set(started);
      Thread.ofVirtual().name("shell-watch").start(() -> watch(started, whenEnded));
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

  private void watch(Process started, Runnable whenEnded) {
    try {
      started.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (current.compareAndSet(started, null)) {
      whenEnded.run();
    }
  }

  private List<String> withoutNetwork(Account account) {
    List<String> whole = new ArrayList<>(List.of("unshare", "--net"));
    whole.addAll(Privileges.drop(account));
    whole.addAll(command);
    return whole;
  }

  private Map<String, String> environment(Account account) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", shellDir.toString());
    environment.put("USER", account.name());
    environment.put("DISPLAY", settings.outerDisplay().name());
    environment.put("XAUTHORITY", authorityPath().toString());
    return environment;
  }

  private void makeHome(Account account) throws LinuxException {
    try {
      Files.createDirectories(shellDir);
      Files.setPosixFilePermissions(shellDir, PosixFilePermissions.fromString("rwx------"));
      Files.setAttribute(shellDir, "unix:uid", account.uid());
      Files.setAttribute(shellDir, "unix:gid", account.gid());
    } catch (IOException e) {
      throw new LinuxException("cannot make " + shellDir, e);
    }
  }

  private Path authorityPath() {
    return shellDir.resolve("authority");
  }

  private Path logPath() {
    return settings.runDir().resolve("shell.log");
  }
}
