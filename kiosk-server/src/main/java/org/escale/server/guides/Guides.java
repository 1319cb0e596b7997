package org.escale.server.guides;

import java.util.List;
import java.util.Optional;
import org.escale.protocol.Guide;
import org.escale.protocol.Language;

/** The centre's guides, each of them checked. Immutable. */
public final class Guides {

  private final Guide.Catalogue catalogue;

  /**
   * @throws IllegalArgumentException if a guide breaks {@link GuideRules}; the message says which
   *     and how
   */
  public Guides(List<Guide> guides) {
    List<String> faults = GuideRules.faults(guides);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    catalogue = new Guide.Catalogue(guides);
  }

  public Guide.Catalogue catalogue() {
    return catalogue;
  }

  public boolean knows(String id) {
    return find(id).isPresent();
  }

  public Optional<Guide> find(String id) {
    return catalogue.guides().stream().filter(guide -> guide.id().equals(id)).findFirst();
  }

  /** What this guide is called; its id if it is no longer in the catalogue. */
  public String titleOf(String id, Language language) {
    return find(id).map(guide -> guide.texts().get(language)).map(Guide.Text::title).orElse(id);
  }
}
