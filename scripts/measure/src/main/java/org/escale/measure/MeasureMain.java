package org.escale.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What {@code scripts/bench} starts, in the checkout, for measures that need no room. */
public final class MeasureMain {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String name = arguments.length == 1 ? arguments[0] : "";
    switch (name) {
      case "booking" -> booking(out, false);
      case "booking-on-a-slow-disk" -> booking(out, true);
      default -> {
        System.err.println("There is no such bench here: " + name);
        System.exit(2);
      }
    }
  }

  private static void booking(PrintStream out, boolean slowDisk) throws Exception {
    Path target = Files.createDirectories(REPOSITORY.resolve("target/bench"));
    Path dir = Files.createTempDirectory(target, "booking");
    try {
      new BookingBench(dir, REPOSITORY, out).run(slowDisk);
    } finally {
      remove(dir);
    }
  }

  private static void remove(Path dir) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  private MeasureMain() {}
}
