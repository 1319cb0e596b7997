package org.escale.tour.room;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of the room that runs until it is stopped; what it says goes to a log file. A Ctrl+C
 * meant for who runs the room does not reach it: the room stops its programs in their order.
 */
public final class Program implements AutoCloseable {

  /** Says which room a program belongs to, for whoever cleans up after a room that was killed. */
  private static final String MARK = "ESCALE_ROOM";

  private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path logPath;
  private volatile boolean toldToStop;

  private Program(String name, Process process, Path logPath) {
    this.name = name;
    this.process = process;
    this.logPath = logPath;
  }

  public static Program start(
      String name, RoomFolders folders, Map<String, String> environment, List<String> command) {
    try {
      Path logPath = folders.log(name);
      List<String> apart = new ArrayList<>(List.of("setsid"));
      apart.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(apart)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(logPath.toFile());
      builder.environment().putAll(environment);
      builder.environment().put(MARK, folders.room().toString());
      return new Program(name, builder.start(), logPath);
    } catch (IOException e) {
      throw new RoomException("the " + name + " cannot be started: " + command.getFirst(), e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean running() {
    return process.isAlive();
  }

  /** Unless it was told to stop. From a thread of its own; at once if it has ended already. */
  void whenEndedByItself(Runnable then) {
    CompletableFuture<Void> _ =
        process
            .onExit()
            .thenRun(
                () -> {
                  if (!toldToStop) {
                    then.run();
                  }
                });
  }

  /** What the program has said so far. */
  public String log() {
    try {
      return Files.readString(logPath, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RoomException("the log of the " + name + " cannot be read", e);
    }
  }

  /** Waits until the program says this and gives the first group of the match. */
  public String awaitInLog(Pattern pattern, Duration patience) {
    return Await.value(
        "the " + name + " to say " + pattern,
        patience,
        () -> {
          Matcher matcher = pattern.matcher(log());
          if (matcher.find()) {
            return Optional.of(matcher.group(1));
          }
          if (!running()) {
            throw new RoomException("the " + name + " stopped:\n" + log());
          }
          return Optional.empty();
        });
  }

  /** As a power cut would do it. */
  public void kill() {
    toldToStop = true;
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    toldToStop = true;
    process.destroy();
    try {
      if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
