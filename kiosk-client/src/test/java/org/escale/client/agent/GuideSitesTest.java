package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.protocol.Guide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideSitesTest {

  private static final URI SITE = URI.create("https://www.caf.fr/");

  private final List<List<URI>> told = new ArrayList<>();

  @TempDir Path dir;

  @Test
  void tellsTheSitesOfGuidesAndKnowsThemAfterARestart() {
    sites().know(new Guide.Catalogue(List.of(guide("one"), guide("two"))));

    sites().remember();

    assertThat(told).containsExactly(List.of(SITE), List.of(SITE));
  }

  @Test
  void tellsNothingWhereNothingWasKept() throws IOException {
    sites().remember();
    Files.writeString(dir.resolve("guide-sites"), "not an address");
    sites().remember();

    assertThat(told).isEmpty();
  }

  private GuideSites sites() {
    return new GuideSites(dir.resolve("guide-sites"), told::add);
  }

  private static Guide guide(String id) {
    return new Guide(id, "social_sante", SITE, Map.of());
  }
}
