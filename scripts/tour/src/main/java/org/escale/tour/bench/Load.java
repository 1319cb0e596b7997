package org.escale.tour.bench;

import java.util.ArrayList;
import java.util.List;
import org.escale.tour.room.Commands;

/**
 * Files that a visitor leaves.
 *
 * @param parts where, how many, and how large each is
 */
record Load(List<Part> parts) {

  private static final int PAGE_BYTES = 4096;
  private static final int KIB = 1024;

  /** Writes the files of one part; both sides of a comparison are planted with it. */
  private static final String PLANT =
      """
      set -e
      while [ $# -gt 0 ]; do
        mkdir -p "$1/left"
        head -c "$(($2 * $3))" /dev/zero | split -a 6 -d -b "$3" - "$1/left/file"
        shift 3
      done
      """;

  /** A folder below the home, or an absolute one. */
  record Part(String dir, int files, int bytesEach) {}

  /** 20,000 files in the home and three large ones, 1 GB in all: as much as a visit may hold. */
  static Load usual() {
    return new Load(
        List.of(
            new Part("documents", 20_000, 23 * KIB),
            new Part("/tmp", 1, 200 * KIB * KIB),
            new Part("/dev/shm", 1, 254 * KIB * KIB),
            new Part("/var/tmp", 1, 62 * KIB * KIB)));
  }

  /** So many small files, half of them in the home. */
  static Load small(int files) {
    return files == 0
        ? new Load(List.of())
        : new Load(
            List.of(
                new Part("documents", files / 2, PAGE_BYTES),
                new Part("/tmp", files / 4, PAGE_BYTES),
                new Part("/dev/shm", files / 4, PAGE_BYTES)));
  }

  /** The same on a disk: everything below one folder. */
  Load below(String dir) {
    return new Load(
        parts.stream()
            .map(part -> new Part(dir + "/" + part.dir, part.files, part.bytesEach))
            .toList());
  }

  /**
   * @param before enters the place where the files belong, as the visitor
   * @param home of the visitor there
   */
  void plant(List<String> before, String home) {
    if (parts.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("sh", "-c", PLANT, "plant"));
    for (Part part : parts) {
      command.add(part.dir.startsWith("/") ? part.dir : home + "/" + part.dir);
      command.add(Integer.toString(part.files));
      command.add(Integer.toString(part.bytesEach));
    }
    Commands.run(command.toArray(String[]::new));
  }
}
