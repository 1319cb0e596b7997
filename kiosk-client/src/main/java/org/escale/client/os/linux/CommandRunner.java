package org.escale.client.os.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The one place that starts programs. A command has a time-out and bounded output; one that fails
 * is an exception that says which program and why, never with what arguments.
 */
public final class CommandRunner {

  private static final Duration TIME_OUT = Duration.ofSeconds(10);
  private static final int LONGEST_OUTPUT = 64 * 1024;
  private static final int LONGEST_COMPLAINT = 300;
  private static final String SAFE_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

  /** Runs a command to its end and returns what it printed. */
  public String run(List<String> command) throws LinuxException {
    return run(command, "");
  }

  /** Runs a command that reads the given text, to its end, and returns what it printed. */
  String run(List<String> command, String input) throws LinuxException {
    Process process = begin(builder(command).redirectErrorStream(true), command);
    CompletableFuture<Process> end = endWatched(process);
    try {
      feed(process, input);
      String output = firstPart(process.getInputStream());
      if (!process.waitFor(TIME_OUT.toMillis(), TimeUnit.MILLISECONDS)
          || end.isCompletedExceptionally()) {
        throw new LinuxException(command.getFirst() + " did not end in time");
      }
      if (process.exitValue() != 0) {
        throw new LinuxException(complaint(command, process.exitValue(), output));
      }
      return output;
    } catch (IOException e) {
      throw new LinuxException(command.getFirst() + " could not be talked to", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinuxException("interrupted while waiting for " + command.getFirst(), e);
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Starts a program that goes on by itself, with nothing but the given environment. What it prints
   * is discarded.
   */
  public Process start(List<String> command, Map<String, String> environment)
      throws LinuxException {
    ProcessBuilder builder =
        builder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    return begin(withEnvironment(builder, environment), command);
  }

  /** Like {@link #start}, but what it prints can be heard; somebody must. */
  Process startHeard(List<String> command, Map<String, String> environment) throws LinuxException {
    ProcessBuilder builder = builder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    return begin(withEnvironment(builder, environment), command);
  }

  /** Like {@link #start}, but what it prints is appended to a file. */
  public Process startWithLog(List<String> command, Map<String, String> environment, Path logPath)
      throws LinuxException {
    ProcessBuilder builder =
        builder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logPath.toFile()));
    return begin(withEnvironment(builder, environment), command);
  }

  private static ProcessBuilder withEnvironment(
      ProcessBuilder builder, Map<String, String> environment) {
    builder.environment().clear();
    builder.environment().put("PATH", SAFE_PATH);
    builder.environment().putAll(environment);
    return builder;
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", SAFE_PATH);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static Process begin(ProcessBuilder builder, List<String> command) throws LinuxException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new LinuxException(command.getFirst() + " could not be started", e);
    }
  }

  /** One that is late is ended, or reading what it prints would go on as long as it does. */
  private static CompletableFuture<Process> endWatched(Process process) {
    CompletableFuture<Process> end =
        process.onExit().orTimeout(TIME_OUT.toMillis(), TimeUnit.MILLISECONDS);
    var _ =
        end.whenComplete(
            (ended, late) -> {
              if (late != null) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
              }
            });
    return end;
  }

  private static void feed(Process process, String input) throws IOException {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String firstPart(InputStream output) throws IOException {
    return new String(output.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
  }

  private static String complaint(List<String> command, int exitCode, String output) {
    String start = output.substring(0, Math.min(output.length(), LONGEST_COMPLAINT)).strip();
    return command.getFirst() + " failed with exit code " + exitCode + ": " + start;
  }
}
