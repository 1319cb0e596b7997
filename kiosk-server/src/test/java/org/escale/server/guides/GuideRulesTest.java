package org.escale.server.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.escale.protocol.Guide;
import org.escale.protocol.Language;
import org.junit.jupiter.api.Test;

class GuideRulesTest {

  private static final URI SITE = URI.create("https://www.caf.fr/");

  private static Guide.Text text(String... steps) {
    return new Guide.Text(
        "title",
        "summary",
        20,
        List.of("a paper"),
        List.of(steps).stream().map(step -> new Guide.Step(step, "detail")).toList());
  }

  private static Map<Language, Guide.Text> inEveryLanguage() {
    Map<Language, Guide.Text> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, text("one", "two"));
    }
    return texts;
  }

  private static Guide guide(URI site, Map<Language, Guide.Text> texts) {
    return new Guide("caf-ressources", "social_sante", site, texts);
  }

  @Test
  void findsNothingWrongWithAWholeGuide() {
    assertThat(GuideRules.faults(guide(SITE, inEveryLanguage()))).isEmpty();
  }

  @Test
  void asksForEveryLanguage() {
    Map<Language, Guide.Text> texts = inEveryLanguage();
    texts.remove(Language.ARABIC);

    assertThat(GuideRules.faults(guide(SITE, texts))).containsExactly("it has no words in ARABIC");
  }

  @Test
  void asksForTheSameStepsInEveryLanguage() {
    Map<Language, Guide.Text> texts = inEveryLanguage();
    texts.put(Language.ENGLISH, text("one"));

    assertThat(GuideRules.faults(guide(SITE, texts))).hasSize(1);
  }

  @Test
  void asksForAnEncryptedSite() {
    assertThat(GuideRules.faults(guide(URI.create("http://www.caf.fr/"), inEveryLanguage())))
        .hasSize(1);
  }

  @Test
  void asksForWordsInEveryStep() {
    Map<Language, Guide.Text> texts = inEveryLanguage();
    texts.put(Language.FRENCH, text("one", " "));

    assertThat(GuideRules.faults(guide(SITE, texts))).containsExactly("in FRENCH: a step is empty");
  }

  @Test
  void asksForAKnownTheme() {
    Guide guide = new Guide("caf-ressources", "cuisine", SITE, inEveryLanguage());

    assertThat(GuideRules.faults(guide)).hasSize(1);
  }

  @Test
  void refusesACatalogueWithTheSameGuideTwice() {
    Guide guide = guide(SITE, inEveryLanguage());

    assertThatThrownBy(() -> new Guides(List.of(guide, guide)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another guide's");
  }
}
