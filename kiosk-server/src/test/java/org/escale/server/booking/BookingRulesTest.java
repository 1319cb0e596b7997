package org.escale.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningHours;
import org.junit.jupiter.api.Test;

class BookingRulesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration HOUR = Duration.ofHours(1);

  /** A Monday in Paris, 10:07. */
  private static final Instant MORNING = Instant.parse("2026-11-02T09:07:00Z");

  private static final BookingPolicy TODAY_ONLY =
      new BookingPolicy(
          HOUR,
          Duration.ofMinutes(30),
          0,
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));

  private final BookingRules nineToSix =
      new BookingRules(OpeningHours.daily(PARIS, new Hours(540, 1080)), TODAY_ONLY);

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
    assertThat(nineToSix.visitFrom(MORNING, HOUR, null))
        .isEqualTo(yes(MORNING.plus(HOUR), Visits.Until.USUAL_LENGTH));
  }

  @Test
  void endsAWalkInWhenTheNextTicketBegins() {
    Instant next = Instant.parse("2026-11-02T09:45:00Z");

    assertThat(nineToSix.visitFrom(MORNING, HOUR, next))
        .isEqualTo(yes(next, Visits.Until.NEXT_TICKET));
  }

  @Test
  void endsAWalkInWhenTheCentreCloses() {
    Instant late = Instant.parse("2026-11-02T16:30:00Z");

    assertThat(nineToSix.visitFrom(late, HOUR, null))
        .isEqualTo(
            new Answer.Yes<>(
                new Visits.WalkIn(
                    Duration.ofMinutes(30),
                    Instant.parse("2026-11-02T17:00:00Z"),
                    Visits.Until.CLOSING)));
  }

  @Test
  void refusesAWalkInOfLessThanAQuarterOfAnHour() {
    assertThat(nineToSix.visitFrom(MORNING, HOUR, Instant.parse("2026-11-02T09:15:00Z")))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_RESERVED));
  }

  @Test
  void refusesAWalkInBeforeOpening() {
    assertThat(nineToSix.visitFrom(Instant.parse("2026-11-02T07:59:59Z"), HOUR, null))
        .isEqualTo(new Answer.No<>(RefusalReason.CENTRE_CLOSED));
  }

  @Test
  void endsNoVisitAtMidnightWhenTheCentreNeverCloses() {
    BookingRules always = new BookingRules(OpeningHours.daily(PARIS, Hours.ALL_DAY), TODAY_ONLY);
    Instant lateEvening = Instant.parse("2026-11-02T22:40:00Z");

    assertThat(always.visitFrom(lateEvening, HOUR, null))
        .isEqualTo(yes(lateEvening.plus(HOUR), Visits.Until.USUAL_LENGTH));
    assertThat(always.refusesSlot(slot("2026-11-02T22:45:00Z", HOUR), lateEvening)).isEmpty();
  }

  @Test
  void keepsStationsThatAWheelchairReachesForThoseWhoNeedThem() {
    Places.Place reached = place(Set.of(StationTrait.WHEELCHAIR_ACCESS));
    Places.Place other = place(Set.of());
    List<Places.Place> places = List.of(reached, other);

    assertThat(BookingRules.candidates(places, Set.of(), reached.station(), null))
        .containsExactly(other.station(), reached.station());
    assertThat(
            BookingRules.candidates(
                places, Set.of(StationTrait.WHEELCHAIR_ACCESS), other.station(), null))
        .containsExactly(reached.station());
  }

  @Test
  void prefersTheStationWhereTheVisitorStands() {
    Places.Place here = place(Set.of(StationTrait.WEBCAM));
    Places.Place there = place(Set.of());

    assertThat(
            BookingRules.candidates(List.of(there, here), Set.of(), here.station(), null)
                .getFirst())
        .isEqualTo(here.station());
  }

  @Property(tries = 300)
  void offersOnlySlotsThatItWouldAllow(
      @ForAll("rules") BookingRules rules, @ForAll("moments") Instant now) {
    for (LocalDate day : rules.days(now)) {
      List<Visits.Slot> slots = rules.slotsOf(day, rules.policy().slotLength(), now);

      assertThat(slots).allSatisfy(slot -> assertThat(rules.refusesSlot(slot, now)).isEmpty());
      assertThat(slots).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
      assertThat(slots).allSatisfy(slot -> assertThat(rules.dayOf(slot.start())).isEqualTo(day));
    }
  }

  @Property(tries = 300)
  void endsAVisitBeforeAnybodyElsesTimeAndBeforeClosing(
      @ForAll("rules") BookingRules rules,
      @ForAll("moments") Instant now,
      @ForAll @IntRange(min = 0, max = 12) int quarters) {
    Instant nextTaken = new QuarterHour(QuarterHour.at(now).number() + 1 + quarters).start();
    Duration usual = rules.policy().slotLength();

    if (rules.visitFrom(now, usual, nextTaken)
        instanceof Answer.Yes<Visits.WalkIn>(Visits.WalkIn walkIn)) {
      assertThat(walkIn.until()).isBeforeOrEqualTo(nextTaken);
      assertThat(walkIn.length()).isBetween(BookingRules.SHORTEST_WALK_IN, usual);
      assertThat(walkIn.length()).isEqualTo(Duration.between(now, walkIn.until()));
      assertThat(rules.isOpenThroughout(now, walkIn.until())).isTrue();
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

  private static Answer<Visits.WalkIn> yes(Instant until, Visits.Until because) {
    Duration length =
        because == Visits.Until.USUAL_LENGTH ? HOUR : Duration.between(MORNING, until);
    return new Answer.Yes<>(new Visits.WalkIn(length, until, because));
  }

  private static Places.Place place(Set<StationTrait> traits) {
    return new Places.Place(StationId.random(), "Poste", traits);
  }

  @Provide
  Arbitrary<BookingRules> rules() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Europe/Paris", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "UTC")
            .map(ZoneId::of);
    Arbitrary<Hours> hours =
        Combinators.combine(Arbitraries.integers().between(0, 95), Arbitraries.integers())
            .as((from, x) -> new Hours(from * 15, (from + 1 + Math.floorMod(x, 96 - from)) * 15));
    Arbitrary<Duration> steps = Arbitraries.of(15, 30, 60).map(Duration::ofMinutes);
    Arbitrary<Integer> ahead = Arbitraries.integers().between(0, 3);
    return Combinators.combine(zones, hours, lengths(), steps, ahead)
        .as(
            (zone, open, length, step, days) ->
                new BookingRules(
                    OpeningHours.daily(zone, open),
                    new BookingPolicy(
                        length,
                        step,
                        days,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15))));
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
