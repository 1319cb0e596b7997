package org.escale.server.guides.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.escale.protocol.Language;
import org.escale.server.guides.Guides;
import org.junit.jupiter.api.Test;

class GuideFilesTest {

  @Test
  void loadsTheQuarterlyDeclarationInThreeLanguages() {
    Guides guides = GuideFiles.load();

    assertThat(guides.find("caf-ressources"))
        .hasValueSatisfying(
            guide -> {
              assertThat(guide.site()).isEqualTo(URI.create("https://www.caf.fr/"));
              assertThat(guide.theme()).isEqualTo("social_sante");
              assertThat(guide.texts()).containsOnlyKeys(Language.values());
            });
  }

  @Test
  void saysWhichFileIsNotAGuide() {
    assertThatThrownBy(() -> GuideFiles.parse("caf-ressources", "{\"id\": \"caf-ressources\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("caf-ressources");
  }
}
