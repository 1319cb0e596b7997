package org.escale.protocol;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A guided e-administration task.
 *
 * @param id short and stable, lower case with hyphens, for example {@code caf-ressources}
 * @param theme one of the thematiques of a procedure
 * @param site the official address, always https
 * @param texts the words, in every language of {@link Language}
 */
public record Guide(String id, String theme, URI site, Map<Language, Text> texts) {

  public Guide {
    texts = Map.copyOf(texts);
  }

  /**
   * @param minutes how long it usually takes
   * @param prepare what to have at hand
   */
  public record Text(
      String title, String summary, int minutes, List<String> prepare, List<Step> steps) {

    public Text {
      prepare = List.copyOf(prepare);
      steps = List.copyOf(steps);
    }
  }

  /** One thing to do, in a few words and then in a sentence or two. */
  public record Step(String title, String detail) {}

  /** All the guides of a centre. */
  public record Catalogue(List<Guide> guides) {

    public Catalogue {
      guides = List.copyOf(guides);
    }
  }
}
