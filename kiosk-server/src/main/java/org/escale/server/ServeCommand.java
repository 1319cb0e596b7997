package org.escale.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.escale.server.platform.CannotStartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the server until it is stopped.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of everything the server keeps; made if it does not exist.")
  private Path dataDir = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings; default: DIR/" + Settings.FILE_NAME + ", if it exists.")
  private @Nullable Path configPath;

  @Option(names = "--https-port", paramLabel = "PORT", description = "Stations and console.")
  private @Nullable String httpsPort;

  @Option(names = "--http-port", paramLabel = "PORT", description = "How to trust the centre.")
  private @Nullable String httpPort;

  @Option(names = "--address", paramLabel = "IP", description = "Where to listen.")
  private @Nullable String address;

  @Option(names = "--centre", paramLabel = "NAME", description = "What the centre is called.")
  private @Nullable String centreName;

  @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of the centre.")
  private @Nullable String zone;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotStartException, InterruptedException {
    ServerConfig config = Settings.read(dataDir, configPath, overrides());
    CountDownLatch stopped = new CountDownLatch(1);
    ServerAssembly server = ServerAssembly.start(config, InstantSource.system());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    greet(server);
    stopped.await();
    return 0;
  }

  private Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    put(overrides, "https.port", httpsPort);
    put(overrides, "http.port", httpPort);
    put(overrides, "address", address);
    put(overrides, "centre.name", centreName);
    put(overrides, "centre.zone", zone);
    return overrides;
  }

  private static void put(Map<String, String> overrides, String key, @Nullable String value) {
    if (value != null) {
      overrides.put(key, value);
    }
  }

  private void greet(ServerAssembly server) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("The console is at " + server.consoleAddress());
    if (server.setupCode() != null) {
      out.println("Make the first admin at " + server.consoleAddress() + "setup");
      out.println("Set-up code, good once and for a day: " + server.setupCode());
    }
    out.println("How to trust it is told at " + server.trustAddress());
    out.flush();
  }
}
