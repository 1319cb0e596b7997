package org.escale.client.shell.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import org.escale.protocol.EndReason;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketColour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSameThings(Language language) {
    assertThat(bundle(language).keySet()).isEqualTo(bundle(Language.FRENCH).keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageNamesTheSamePlaceholders(Language language) {
    ResourceBundle french = bundle(Language.FRENCH);
    ResourceBundle bundle = bundle(language);

    for (String key : messages(bundle)) {
      assertThat(placeholders(bundle.getString(key)))
          .as(key)
          .isEqualTo(placeholders(french.getString(key)));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void usesTypographicApostrophesSoThatNoneIsTakenForAQuote(Language language) {
    ResourceBundle bundle = bundle(language);

    for (String key : messages(bundle)) {
      assertThat(bundle.getString(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasAWordForEveryReasonAndEveryTicket(Language language) {
    Words words = Words.in(language);

    Arrays.stream(RefusalReason.values())
        .forEach(reason -> assertThat(words.of("refusal", reason)).isNotBlank());
    Arrays.stream(HelpReason.values())
        .forEach(reason -> assertThat(words.of("help", reason)).isNotBlank());
    Arrays.stream(EndReason.values())
        .forEach(reason -> assertThat(words.of("ending.title", reason)).isNotBlank());
    Set<String> names = new TreeSet<>();
    for (Pictogram pictogram : Pictogram.values()) {
      for (TicketColour colour : TicketColour.values()) {
        names.add(TicketName.of(new PublicTicket(pictogram, colour), words));
      }
    }
    assertThat(names).hasSize(Pictogram.values().length * TicketColour.values().length);
  }

  @Test
  void namesATicketAsPeopleSayIt() {
    PublicTicket umbrella = new PublicTicket(Pictogram.UMBRELLA, TicketColour.GREEN);
    PublicTicket bell = new PublicTicket(Pictogram.BELL, TicketColour.GREEN);
    PublicTicket scissors = new PublicTicket(Pictogram.SCISSORS, TicketColour.RED);

    assertThat(TicketName.of(umbrella, Words.in(Language.FRENCH))).isEqualTo("le parapluie vert");
    assertThat(TicketName.of(bell, Words.in(Language.FRENCH))).isEqualTo("la cloche verte");
    assertThat(TicketName.of(scissors, Words.in(Language.FRENCH))).isEqualTo("les ciseaux rouges");
    assertThat(TicketName.of(umbrella, Words.in(Language.ENGLISH))).isEqualTo("the green umbrella");
    assertThat(TicketName.of(umbrella, Words.in(Language.ARABIC))).isEqualTo("المظلة الخضراء");
    assertThat(TicketName.of(bell, Words.in(Language.ARABIC))).isEqualTo("الجرس الأخضر");
  }

  @Test
  void speaksDurationsWithTheRightPlural() {
    assertThat(duration(Language.FRENCH, 12 * 60)).isEqualTo("12 minutes");
    assertThat(duration(Language.FRENCH, 60)).isEqualTo("1 minute");
    assertThat(duration(Language.FRENCH, 20)).isEqualTo("20 secondes");
    assertThat(duration(Language.ENGLISH, 3600 + 300)).isEqualTo("1 hour, 5 minutes");
    assertThat(duration(Language.ARABIC, 120)).isEqualTo("دقيقتان");
    assertThat(duration(Language.ARABIC, 300)).isEqualTo("5 دقائق");
    assertThat(duration(Language.ARABIC, 720)).isEqualTo("12 دقيقة");
  }

  @Test
  void saysTheTimeAsPeopleDo() {
    Instant halfPastTwo = Instant.parse("2026-11-23T13:30:00Z");
    ZoneId paris = ZoneId.of("Europe/Paris");

    assertThat(Words.in(Language.FRENCH).time(halfPastTwo, paris)).isEqualTo("14\u00a0h\u00a030");
    assertThat(Words.in(Language.ENGLISH).time(halfPastTwo, paris)).isEqualTo("14:30");
    assertThat(Words.in(Language.ARABIC).time(halfPastTwo, paris)).isEqualTo("14:30");
    assertThat(Words.in(Language.FRENCH).day(halfPastTwo, paris)).isEqualTo("lundi 23 novembre");
  }

  @Test
  void saysHowManyTriesAreLeft() {
    assertThat(Words.in(Language.FRENCH).of("digits.wrong.left", Map.of("tries", 1)))
        .endsWith("Il reste un essai.");
    assertThat(Words.in(Language.ARABIC).of("digits.wrong.left", Map.of("tries", 3)))
        .endsWith("بقيت 3 محاولات.");
  }

  private static String duration(Language language, long seconds) {
    return Words.in(language).duration(Duration.ofSeconds(seconds)).replace('\u00a0', ' ');
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "org.escale.client.shell.words.words",
        language.locale(),
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  private static Set<String> messages(ResourceBundle bundle) {
    Set<String> keys = new TreeSet<>(bundle.keySet());
    keys.removeIf(key -> key.endsWith(".pattern"));
    return keys;
  }

  private static Set<String> placeholders(String pattern) {
    return new MessageFormat(pattern).getArgumentNames();
  }
}
