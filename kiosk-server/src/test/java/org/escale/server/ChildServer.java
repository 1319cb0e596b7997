package org.escale.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program itself, as a process of its own: what whoever starts it sees. */
final class ChildServer implements AutoCloseable {

  /** How a run came to its end. */
  record Run(int exitCode, String out, String err) {}

  private static final long PATIENCE_S = 60;
  private static final Pattern CONSOLE = Pattern.compile("https://127\\.0\\.0\\.1:(\\d+)/$");

  private final Process process;

  private ChildServer(Process process) {
    this.process = process;
  }

  /** Runs the program until it ends by itself. */
  static Run run(String... arguments) {
    try {
      Process process = start(arguments);
      CompletableFuture<String> out = reading(() -> all(process, true));
      CompletableFuture<String> err = reading(() -> all(process, false));
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the program did not end");
      }
      return new Run(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts to serve. */
  static ChildServer serve(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("serve"));
    all.addAll(List.of(arguments));
    return new ChildServer(start(all.toArray(String[]::new)));
  }

  /** Arguments of a server on free ports of this machine alone. */
  static String[] onFreePorts(Path dataDir, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--data",
                dataDir.toString(),
                "--address",
                "127.0.0.1",
                "--https-port",
                "0",
                "--http-port",
                "0"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Waits until it says where its console is. */
  int awaitPort() throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher matcher = CONSOLE.matcher(line);
      if (line.startsWith("The console is at") && matcher.find()) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new AssertionError("the server did not start");
  }

  /** As a power cut does: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and waits for its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                // It does not live long enough to be compiled well.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  /** Each reader has a thread of its own: one waits for as long as its program runs. */
  private static CompletableFuture<String> reading(Supplier<String> reader) {
    return CompletableFuture.supplyAsync(reader, work -> Thread.ofVirtual().start(work));
  }

  private static String all(Process process, boolean out) {
    try (var stream = out ? process.getInputStream() : process.getErrorStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
