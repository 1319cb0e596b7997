package org.escale.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Visits;
import org.junit.jupiter.api.Test;

class BookingRulesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration HOUR = Duration.ofHours(1);

  /** A Monday in Paris, 10:07. */
  private static final Instant MORNING = Instant.parse("2026-11-02T09:07:00Z");

  private final BookingRules nineToSix =
      new BookingRules(BookingSettings.simple(PARIS, OpeningHours.between(540, 1080), HOUR));

  private static Visits.Slot slot(String start, Duration length) {
    return new Visits.Slot(Instant.parse(start), length);
  }

  @Test
  void allowsAnHourLaterToday() {
    assertThat(nineToSix.refusesSlot(slot("2026-11-02T13:00:00Z", HOUR), MORNING)).isEmpty();
  }

  @Test
  void refusesASlotThatHasBegun() {
    assertThat(nineToSix.refusesSlot(slot("2026-11-02T09:00:00Z", HOUR), MORNING))
        .contains(RefusalReason.SLOT_IN_THE_PAST);
  }

  @Test
  void refusesASlotThatEndsAfterClosing() {
    assertThat(nineToSix.refusesSlot(slot("2026-11-02T16:30:00Z", HOUR), MORNING))
        .contains(RefusalReason.SLOT_OUTSIDE_OPENING_HOURS);
  }

  @Test
  void allowsTheSlotThatEndsAtClosing() {
    assertThat(nineToSix.refusesSlot(slot("2026-11-02T16:00:00Z", HOUR), MORNING)).isEmpty();
  }

  @Test
  void refusesALengthThatIsNotOffered() {
    assertThat(nineToSix.refusesSlot(slot("2026-11-02T13:00:00Z", Duration.ofMinutes(45)), MORNING))
        .contains(RefusalReason.SLOT_LENGTH_NOT_OFFERED);
  }

  @Test
  void refusesASlotTooFarAhead() {
    assertThat(nineToSix.refusesSlot(slot("2026-11-03T09:00:00Z", HOUR), MORNING))
        .contains(RefusalReason.SLOT_TOO_FAR_AHEAD);
  }

  @Test
  void refusesASlotThatBeginsBetweenQuarterHours() {
    assertThat(nineToSix.refusesSlot(slot("2026-11-02T13:07:00Z", HOUR), MORNING))
        .contains(RefusalReason.MALFORMED_REQUEST);
  }

  @Test
  void givesAWalkInTheUsualLength() {
    assertThat(nineToSix.walkInEnd(MORNING, Set.of()))
        .isEqualTo(new Answer.Yes<>(MORNING.plus(HOUR)));
  }

  @Test
  void endsAWalkInWhenTheNextTicketBegins() {
    Instant next = Instant.parse("2026-11-02T09:45:00Z");

    assertThat(nineToSix.walkInEnd(MORNING, Set.of(QuarterHour.at(next))))
        .isEqualTo(new Answer.Yes<>(next));
  }

  @Test
  void refusesAWalkInOfLessThanAQuarterOfAnHour() {
    Instant next = Instant.parse("2026-11-02T09:15:00Z");

    assertThat(nineToSix.walkInEnd(MORNING, Set.of(QuarterHour.at(next))))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_RESERVED));
  }

  @Test
  void refusesAWalkInBeforeOpening() {
    assertThat(nineToSix.walkInEnd(Instant.parse("2026-11-02T07:59:59Z"), Set.of()))
        .isEqualTo(new Answer.No<>(RefusalReason.CENTRE_CLOSED));
  }

  @Test
  void endsNoVisitAtMidnightWhenTheCentreNeverCloses() {
    BookingRules always =
        new BookingRules(BookingSettings.simple(PARIS, OpeningHours.between(0, 1440), HOUR));
    Instant lateEvening = Instant.parse("2026-11-02T22:40:00Z");

    assertThat(always.walkInEnd(lateEvening, Set.of()))
        .isEqualTo(new Answer.Yes<>(lateEvening.plus(HOUR)));
    assertThat(always.refusesSlot(slot("2026-11-02T22:45:00Z", HOUR), lateEvening)).isEmpty();
  }

  @Test
  void opensAndClosesByTheClockOnTheWallWhenSummerTimeEnds() {
    OpeningHours.Stretch sunday =
        OpeningHours.between(0, 540)
            .around(Instant.parse("2026-10-25T01:30:00Z"), PARIS)
            .orElseThrow();

    assertThat(Duration.between(sunday.opens(), sunday.closes())).isEqualTo(Duration.ofHours(10));
  }

  @Property(tries = 300)
  void offersOnlySlotsThatItWouldAllow(
      @ForAll("settings") BookingSettings settings, @ForAll("moments") Instant now) {
    BookingRules rules = new BookingRules(settings);

    List<Visits.Slot> slots = rules.slotsAfter(now);

    assertThat(slots).allSatisfy(slot -> assertThat(rules.refusesSlot(slot, now)).isEmpty());
    assertThat(slots).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
  }

  @Property(tries = 300)
  void keepsEveryAllowedSlotInsideOneDayOfOpening(
      @ForAll("settings") BookingSettings settings, @ForAll("moments") Instant now) {
    for (Visits.Slot slot : new BookingRules(settings).slotsAfter(now)) {
      OpeningHours.Stretch open =
          settings.openingHours().around(slot.start(), settings.zone()).orElseThrow();

      assertThat(open.contains(slot.start(), slot.start().plus(slot.length()))).isTrue();
    }
  }

  @Property(tries = 300)
  void endsAWalkInBeforeAnybodyElsesTimeAndBeforeClosing(
      @ForAll("settings") BookingSettings settings,
      @ForAll("moments") Instant now,
      @ForAll Set<Byte> takenQuarters) {
    Set<QuarterHour> taken = new HashSet<>();
    takenQuarters.forEach(q -> taken.add(new QuarterHour(QuarterHour.at(now).number() + q)));

    Answer<Instant> answer = new BookingRules(settings).walkInEnd(now, taken);

    if (answer instanceof Answer.Yes<Instant>(Instant end)) {
      assertThat(QuarterHour.touchedBy(now, end)).noneMatch(taken::contains);
      assertThat(Duration.between(now, end))
          .isBetween(BookingRules.SHORTEST_WALK_IN, settings.usualLength());
      assertThat(
              settings.openingHours().around(now, settings.zone()).orElseThrow().contains(now, end))
          .isTrue();
    }
  }

  @Property(tries = 300)
  void coversAStretchOfTimeWithoutGapsAndWithoutRest(
      @ForAll("moments") Instant from, @ForAll("lengths") Duration length) {
    List<QuarterHour> quarters = QuarterHour.touchedBy(from, from.plus(length));

    assertThat(quarters.getFirst().start()).isBeforeOrEqualTo(from);
    assertThat(quarters.getLast().next().start()).isAfterOrEqualTo(from.plus(length));
    assertThat(quarters.getLast().start()).isBefore(from.plus(length));
    for (int i = 1; i < quarters.size(); i++) {
      assertThat(quarters.get(i)).isEqualTo(quarters.get(i - 1).next());
    }
  }

  @Provide
  Arbitrary<BookingSettings> settings() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Europe/Paris", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "UTC")
            .map(ZoneId::of);
    Arbitrary<OpeningHours> hours =
        Combinators.combine(Arbitraries.integers().between(0, 1439), Arbitraries.integers())
            .as((from, x) -> OpeningHours.between(from, from + 1 + Math.floorMod(x, 1440 - from)));
    return Combinators.combine(zones, hours, lengths()).as(BookingSettings::simple);
  }

  @Provide
  Arbitrary<Duration> lengths() {
    return Arbitraries.integers().between(1, 8).map(q -> Duration.ofMinutes(15L * q));
  }

  /** Also around the nights in which clocks change. */
  @Provide
  Arbitrary<Instant> moments() {
    Arbitrary<Instant> aroundChanges =
        Combinators.combine(
                Arbitraries.of(
                    "2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z", "2026-04-04T12:00:00Z"),
                Arbitraries.longs().between(0, 36L * 3600))
            .as((base, seconds) -> Instant.parse(base).plusSeconds(seconds));
    Arbitrary<Instant> ever =
        Arbitraries.longs().between(1_700_000_000L, 2_000_000_000L).map(Instant::ofEpochSecond);
    return Arbitraries.oneOf(aroundChanges, ever);
  }
}
