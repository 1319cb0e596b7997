package org.escale.client.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the kernel and folders say; what is gone meanwhile says nothing. */
final class Proc {

  static final Path ROOT = Path.of("/proc");

  private Proc() {}

  static List<String> lines(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException gone) {
      return List.of();
    }
  }

  static List<Path> entries(Path dir, String glob) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(dir, glob)) {
      found.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException gone) {
      return entries;
    }
    return entries;
  }

  static List<Path> processes() {
    return entries(ROOT, "[0-9]*");
  }
}
