package org.escale.tour.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of a process, from the kernel's {@code smaps_rollup}.
 *
 * @param rssMb all pages it has in memory
 * @param pssMb the same, with shared pages split among those who share them
 * @param privateMb pages that nobody else has
 */
record ResidentMemory(double rssMb, double pssMb, double privateMb) {

  static ResidentMemory of(long pid) throws IOException {
    String rollup =
        Files.readString(
            Path.of("/proc", Long.toString(pid), "smaps_rollup"), StandardCharsets.UTF_8);
    return new ResidentMemory(
        megabytes(rollup, "Rss:"),
        megabytes(rollup, "Pss:"),
        megabytes(rollup, "Private_Clean:") + megabytes(rollup, "Private_Dirty:"));
  }

  private static double megabytes(String rollup, String key) {
    return rollup
            .lines()
            .filter(line -> line.startsWith(key))
            .map(line -> line.replaceAll("[^0-9]", ""))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }
}
