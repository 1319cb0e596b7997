package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes the small text files through which the kernel is asked and told. */
final class KernelFile {

  private KernelFile() {}

  static String read(Path path) throws LinuxException {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LinuxException("cannot read " + path, e);
    }
  }

  static List<String> lines(Path path) throws LinuxException {
    return read(path).lines().toList();
  }

  static void write(Path path, String value) throws LinuxException {
    try {
      Files.writeString(path, value);
    } catch (IOException e) {
      throw new LinuxException("cannot write " + value + " to " + path, e);
    }
  }

  /** The number after a word at the start of a line, as in memory.stat; 0 if there is none. */
  static long numberAfter(String word, String text) {
    return text.lines()
        .map(line -> line.split(" ", 2))
        .filter(parts -> parts.length == 2 && parts[0].equals(word))
        .mapToLong(parts -> Long.parseLong(parts[1].strip()))
        .findFirst()
        .orElse(0);
  }
}
