package org.escale.tour.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** On this machine. */
record DescriptionFile(Path path) implements Description {

  @Override
  public byte[] read() throws IOException {
    return Files.readAllBytes(path);
  }

  @Override
  public Instant changed() throws IOException {
    return Files.getLastModifiedTime(path).toInstant();
  }
}
