package org.escale.server.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketColour;
import org.escale.server.platform.page.Icons;
import org.escale.server.platform.page.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void everyRefusalIsASentenceThatNamesNoReasonCode(RefusalReason reason) {
    assertThat(RefusalWords.of(reason)).endsWith(".").hasSizeLessThan(110).doesNotContain("_");
  }

  @Test
  void everyTicketHasANameOfItsOwn() {
    Set<String> names = new HashSet<>();

    for (Pictogram pictogram : Pictogram.values()) {
      for (TicketColour colour : TicketColour.values()) {
        names.add(TicketWords.name(new PublicTicket(pictogram, colour)));
      }
    }

    assertThat(names).hasSize(Pictogram.values().length * TicketColour.values().length);
  }

  @Test
  void theColourOfATicketFollowsItsShape() {
    assertThat(TicketWords.name(new PublicTicket(Pictogram.KEY, TicketColour.GREEN)))
        .isEqualTo("Clé verte");
    assertThat(TicketWords.name(new PublicTicket(Pictogram.SCISSORS, TicketColour.BLUE)))
        .isEqualTo("Ciseaux bleus");
  }

  @ParameterizedTest
  @EnumSource(Pictogram.class)
  void everyShapeIsDrawn(Pictogram pictogram) {
    assertThat(Icons.svg(TicketWords.icon(pictogram))).startsWith("<svg").contains("aria-hidden");
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void everyPlaceOfTheMenuIsDrawn(Place place) {
    assertThat(Icons.svg(place.icon())).startsWith("<svg");
  }

  @Test
  void saysTheHourAsPeopleDo() {
    assertThat(TimeWords.clock(Instant.parse("2026-11-18T13:05:00Z"), PARIS))
        .isEqualTo("14\u00a0h\u00a005");
    assertThat(TimeWords.clock(Instant.parse("2026-11-18T13:00:00Z"), PARIS))
        .isEqualTo("14\u00a0h");
  }

  @Test
  void saysTheDayWithItsWeekday() {
    assertThat(TimeWords.day(LocalDate.of(2026, 11, 1))).isEqualTo("dimanche 1er novembre 2026");
    assertThat(TimeWords.day(LocalDate.of(2026, 11, 18))).isEqualTo("mercredi 18 novembre 2026");
  }

  @Test
  void saysHowLongIsLeft() {
    assertThat(TimeWords.left(Duration.ofSeconds(20))).isEqualTo("moins d’une minute");
    assertThat(TimeWords.left(Duration.ofSeconds(61))).isEqualTo("2\u00a0minutes");
    assertThat(TimeWords.left(Duration.ofMinutes(65))).isEqualTo("1\u00a0heure\u00a005");
    assertThat(TimeWords.left(Duration.ofSeconds(-5))).isEqualTo("0\u00a0minute");
  }
}
