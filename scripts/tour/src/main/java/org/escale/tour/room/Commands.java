package org.escale.tour.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs short commands to their end. */
public final class Commands {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Commands() {}

  /** The command's output, standard error included. Fails if it fails. */
  public static String run(String... command) {
    return run(Map.of(), command);
  }

  public static String run(Map<String, String> environment, String... command) {
    Result result = attempt(environment, command);
    if (result.exitCode != 0) {
      throw new RoomException(
          "'%s' ended with %d: %s"
              .formatted(String.join(" ", command), result.exitCode, result.output.strip()));
    }
    return result.output;
  }

  /** True if the command ended well. */
  public static boolean succeeds(Map<String, String> environment, String... command) {
    return attempt(environment, command).exitCode == 0;
  }

  private record Result(int exitCode, String output) {}

  private static Result attempt(Map<String, String> environment, String... command) {
    try {
      Path outputPath = Files.createTempFile("escale-room", ".out");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(outputPath.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new RoomException("'%s' does not end".formatted(String.join(" ", command)));
        }
        return new Result(
            process.exitValue(), Files.readString(outputPath, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(outputPath);
      }
    } catch (IOException e) {
      throw new RoomException("'%s' cannot be started".formatted(command[0]), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RoomException("interrupted", e);
    }
  }
}
