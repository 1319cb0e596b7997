package org.escale.client.os.linux;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A visitor who does what a test tells, truly inside: the test's own launcher runs her scripts
 * under every limit of the bubble. The station's real launcher runs beside it.
 */
final class Insider {

  /** Takes the launcher's place, runs what it finds, and starts the real one. */
  private static final String OBEDIENT_LAUNCHER =
      """
      #!/bin/sh
      mkdir -m 0777 /tmp/orders
      obey() {
        while :; do
          for script in /tmp/orders/*.sh; do
            [ -e "$script" ] || continue
            order=${script%.sh}
            LC_ALL=C bash "$script" >"$order.out" 2>&1 </dev/null
            echo $? >"$order.code"
            rm -f "$script"
            mv "$order.code" "$order.done"
          done
          sleep 0.02
        done
      }
      (exec 7>&-; obey) &
      exec /run/escale/home/real-launcher "$@"
      """;

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PACKAGE = "org/escale/client/os/linux";

  private final AtomicInteger orders = new AtomicInteger();

  /** Puts the obedient launcher into a copy of the station's files. */
  static void moveInto(Path stationDir) {
    try {
      Path launcher = stationDir.resolve("bubble/launcher");
      Files.move(launcher, stationDir.resolve("bubble/home/real-launcher"));
      Files.writeString(launcher, OBEDIENT_LAUNCHER);
      Machine.run("chmod", "0755", launcher.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a bash script inside and returns what came of it. */
  Machine.Ended run(String script) {
    String order = "order-" + orders.incrementAndGet();
    Path ordersDir = root().resolve("tmp/orders");
    try {
      await().until(() -> Files.exists(ordersDir));
      Path draft = ordersDir.resolve(order + ".draft");
      Files.writeString(draft, script);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(draft, ordersDir.resolve(order + ".sh"));
      Path done = ordersDir.resolve(order + ".done");
      await().pollInterval(LOOK_EVERY).atMost(PATIENCE).until(() -> Files.exists(done));
      return new Machine.Ended(
          Integer.parseInt(Files.readString(done).strip()),
          Files.readString(ordersDir.resolve(order + ".out")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConditionTimeoutException e) {
      throw new IllegalStateException("inside did not obey: " + script, e);
    }
  }

  /** Brings the program that tries everything, and what it needs. */
  void bringIntruder() {
    Path dir = root().resolve("tmp/intruder");
    String jna =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> Path.of(entry).getFileName().toString().matches("jna-[0-9.]+jar"))
            .findFirst()
            .orElseThrow();
    Path packageDir = dir.resolve(PACKAGE);
    Machine.run("mkdir", "-p", packageDir.toString());
    Path classesDir =
        Path.of(Intruder.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Machine.run("sh", "-c", "cp " + classesDir + "/" + PACKAGE + "/Intruder*.class " + packageDir);
    Machine.run("cp", jna, dir.resolve("jna.jar").toString());
    Machine.run("chmod", "-R", "a+rX", dir.toString());
  }

  /** Has the intruder do something to its end; returns what it said. */
  List<String> intrude(String... deed) {
    Machine.Ended ended = run(intruder(deed));
    if (ended.exitCode() != 0) {
      throw new IllegalStateException("the intruder could not even try: " + ended.output());
    }
    return ended.output().lines().toList();
  }

  /** Has the intruder begin something that goes on; returns when it is at it. */
  Path beginToIntrude(String... deed) {
    String said = "intruder-" + orders.incrementAndGet();
    run(intruder(deed) + " >/tmp/orders/" + said + " 2>&1 &");
    Path saidPath = root().resolve("tmp/orders").resolve(said);
    await().atMost(Duration.ofSeconds(20)).until(() -> saidIn(saidPath).contains("ready"));
    return saidPath;
  }

  /** What an intruder that goes on has said so far. */
  static List<String> saidIn(Path path) {
    try {
      return Files.exists(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void endIntruders() {
    run("pkill -KILL -f Intruder");
  }

  private static String intruder(String... deed) {
    return System.getProperty("java.home")
        + "/bin/java -Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
        + " --enable-native-access=ALL-UNNAMED -cp /tmp/intruder:/tmp/intruder/jna.jar"
        + " org.escale.client.os.linux.Intruder "
        + String.join(" ", deed);
  }

  /** The root of the bubble, seen from outside. */
  Path root() {
    return Path.of("/proc", Long.toString(launcherPid()), "root");
  }

  private static long launcherPid() {
    String found =
        Machine.attempt("pgrep", "-o", "-u", TestStation.VISITOR, "-f", "launcher").output();
    if (found.isBlank()) {
      throw new IllegalStateException("no launcher runs");
    }
    return Long.parseLong(found.strip());
  }
}
