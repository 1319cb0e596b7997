package org.escale.client.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.escale.protocol.Guide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sites of the centre's guides, kept over a restart: a station that opens these alone must know
 * them before the server answers. For the loop's thread.
 */
final class GuideSites {

  private static final Logger log = LoggerFactory.getLogger(GuideSites.class);

  private final Path path;
  private final Consumer<List<URI>> whoAsks;

  GuideSites(Path path, Consumer<List<URI>> whoAsks) {
    this.path = path;
    this.whoAsks = whoAsks;
  }

  /** Tells what was known when the agent last stopped. */
  void remember() {
    try {
      if (Files.exists(path)) {
        whoAsks.accept(Files.readAllLines(path).stream().map(URI::create).toList());
      }
    } catch (IOException | IllegalArgumentException e) {
      log.warn("the sites of guides cannot be read; they come again from the server", e);
    }
  }

  void know(Guide.Catalogue catalogue) {
    List<URI> sites = catalogue.guides().stream().map(Guide::site).distinct().toList();
    whoAsks.accept(sites);
    try {
      Files.write(path, sites.stream().map(URI::toString).toList());
    } catch (IOException e) {
      log.warn("the sites of guides cannot be kept over a restart", e);
    }
  }
}
