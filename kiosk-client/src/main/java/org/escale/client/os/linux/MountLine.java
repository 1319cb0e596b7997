package org.escale.client.os.linux;

import java.nio.file.Path;
import java.util.List;

/** One line of /proc/self/mountinfo. */
record MountLine(Path point, String type, List<String> superOptions) {

  private static final int POINT = 4;

  /**
   * @throws IllegalArgumentException if the line is none of the kernel's
   */
  static MountLine parse(String line) {
    int separator = line.indexOf(" - ");
    if (separator < 0) {
      throw new IllegalArgumentException("not a line of mountinfo");
    }
    String[] before = line.substring(0, separator).split(" ", -1);
    String[] after = line.substring(separator + 3).split(" ", -1);
    return new MountLine(
        Path.of(unescape(before[POINT])), after[0], List.of(after[after.length - 1].split(",")));
  }

  private static String unescape(String text) {
    return text.replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
