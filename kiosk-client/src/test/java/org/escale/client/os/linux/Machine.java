package org.escale.client.os.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The machine as a test sees it, with its own eyes: through programs, not through our code. */
final class Machine {

  private Machine() {}

  /** What a command came to. */
  record Ended(int exitCode, String output) {}

  /** Runs a command that must succeed. */
  static String run(String... command) {
    Ended ended = attempt(command);
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + ended.exitCode() + ": " + ended.output());
    }
    return ended.output();
  }

  /** Runs a command that may fail. */
  static Ended attempt(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " did not end");
      }
      return new Ended(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a program that goes on. */
  static Process start(List<String> command) {
    return start(command, Path.of("/dev/null"));
  }

  /** Starts a program that goes on; what it says goes to a file. */
  static Process start(List<String> command, Path saidPath) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(saidPath.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A system test proves nothing without root, and must say so rather than pass. */
  static void requireRoot() {
    if (!run("id", "-u").strip().equals("0")) {
      throw new IllegalStateException(
          "This system test makes users, namespaces and cgroups, so it runs only as root.");
    }
  }
}
