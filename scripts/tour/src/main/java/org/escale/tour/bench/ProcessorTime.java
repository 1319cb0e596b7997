package org.escale.tour.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Time that the processor gave to a program, all its threads together. */
final class ProcessorTime {

  /** The kernel counts in hundredths of a second, whatever its own clock. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields after the program's name, which may hold spaces. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  private ProcessorTime() {}

  static double seconds(long pid) throws IOException {
    String stat =
        Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.UTF_8);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_PER_SECOND;
  }
}
