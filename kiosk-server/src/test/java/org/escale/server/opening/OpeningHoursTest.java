package org.escale.server.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Opening hours against a clock on the wall that is read minute by minute, above all on days on
 * which clocks change.
 */
class OpeningHoursTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int MINUTE = 60;

  /** Clocks change by an hour or half of one, at night, at midnight or by a whole day. */
  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "America/Havana",
          "Asia/Beirut",
          "America/Sao_Paulo",
          "Australia/Lord_Howe",
          "Africa/Casablanca",
          "Asia/Kathmandu",
          "Pacific/Apia");

  /** Opening hours, and a day in their zone to look at. */
  record Sample(OpeningHours hours, LocalDate day) {

    Instant startOf(int daysLater) {
      return day.plusDays(daysLater).atStartOfDay(hours.zone()).toInstant();
    }
  }

  @Property(tries = 120)
  void aroundAgreesWithTheClockOnTheWallMinuteByMinute(@ForAll("samples") Sample sample) {
    Set<Instant> open = openMinutes(sample, -2, 3);

    for (Instant minute = sample.startOf(0);
        minute.isBefore(sample.startOf(1));
        minute = minute.plusSeconds(MINUTE)) {
      assertThat(sample.hours().isOpenAt(minute)).as("%s", minute).isEqualTo(open.contains(minute));
    }
  }

  @Property(tries = 60)
  void theStretchAroundAMomentIsOpenThroughoutAndNoLonger(@ForAll("samples") Sample sample) {
    Set<Instant> open = openMinutes(sample, -2, 3);

    for (Instant minute : open) {
      boolean lookedAt = minute.getEpochSecond() % (5 * MINUTE) == 0;
      if (!lookedAt || minute.isBefore(sample.startOf(0)) || !minute.isBefore(sample.startOf(1))) {
        continue;
      }
      Stretch stretch = sample.hours().around(minute).orElseThrow();
      assertThat(stretch.contains(minute)).isTrue();
      if (stretch.opens().isAfter(sample.startOf(-1))) {
        assertThat(open).contains(stretch.opens());
        assertThat(open).doesNotContain(stretch.opens().minusSeconds(MINUTE));
      }
      if (stretch.closes().isBefore(sample.startOf(2))) {
        assertThat(open).contains(stretch.closes().minusSeconds(MINUTE));
        assertThat(open).doesNotContain(stretch.closes());
      }
    }
  }

  @Property(tries = 200)
  void theStretchesOfADayAreItsOpenMinutes(@ForAll("samples") Sample sample) {
    Set<Instant> open = new HashSet<>();
    addMinutesOf(sample.hours(), sample.day(), open);

    List<Stretch> stretches = sample.hours().on(sample.day());
    Set<Instant> said = new HashSet<>();
    stretches.forEach(stretch -> said.addAll(minutes(stretch)));

    assertThat(said).isEqualTo(open);
    for (int i = 1; i < stretches.size(); i++) {
      assertThat(stretches.get(i).opens()).isAfter(stretches.get(i - 1).closes());
    }
  }

  @Property(tries = 120)
  void theNextOpeningIsTheFirstOpenMinuteAfterAClosedOne(@ForAll("samples") Sample sample) {
    Set<Instant> open = openMinutes(sample, -2, 6);
    TreeSet<Instant> openings = new TreeSet<>(open);
    openings.removeIf(minute -> open.contains(minute.minusSeconds(MINUTE)));

    for (Instant after = sample.startOf(0);
        after.isBefore(sample.startOf(1));
        after = after.plusSeconds(7 * MINUTE)) {
      Instant expected = openings.higher(after);
      if (expected != null && expected.isBefore(sample.startOf(5))) {
        assertThat(sample.hours().nextOpening(after)).as("after %s", after).contains(expected);
      } else {
        assertThat(sample.hours().nextOpening(after))
            .satisfiesAnyOf(
                next -> assertThat(next).isEmpty(),
                next -> assertThat(next.orElseThrow()).isAfterOrEqualTo(sample.startOf(5)));
      }
    }
  }

  @Test
  void aSundayOnWhichClocksArePutBackLastsTwentyFiveHours() {
    OpeningHours hours = OpeningHours.daily(PARIS, Hours.ALL_DAY);

    Stretch day = hours.on(LocalDate.of(2026, 10, 25)).getFirst();

    assertThat(day.opens()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(day.closes()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void aSundayOnWhichClocksArePutForwardStillOpensAtNine() {
    OpeningHours hours = OpeningHours.daily(PARIS, new Hours(9 * 60, 12 * 60));

    assertThat(hours.on(LocalDate.of(2026, 3, 29)))
        .containsExactly(
            new Stretch(
                Instant.parse("2026-03-29T07:00:00Z"), Instant.parse("2026-03-29T10:00:00Z")));
  }

  @Test
  void hoursThatTheClockSkipsAreClosed() {
    OpeningHours hours = OpeningHours.daily(PARIS, new Hours(2 * 60, 3 * 60));

    assertThat(hours.on(LocalDate.of(2026, 3, 29))).isEmpty();
  }

  /** Clocks go from three back to two: nothing before two o'clock is shown a second time. */
  @Test
  void hoursUntilTheHourThatIsShownTwiceEndWhenItIsShownFirst() {
    OpeningHours hours = OpeningHours.daily(PARIS, new Hours(60, 2 * 60));

    assertThat(hours.on(LocalDate.of(2026, 10, 25)))
        .containsExactly(
            new Stretch(
                Instant.parse("2026-10-24T23:00:00Z"), Instant.parse("2026-10-25T00:00:00Z")));
  }

  @Test
  void aCentreOpenDayAndNightOpensNoMore() {
    OpeningHours hours = OpeningHours.daily(PARIS, Hours.ALL_DAY);

    assertThat(hours.nextOpening(Instant.parse("2026-11-18T13:00:00Z"))).isEmpty();
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Arbitraries.of(ZONES)
        .map(ZoneId::of)
        .flatMap(
            zone ->
                days(zone)
                    .flatMap(
                        day ->
                            Combinators.combine(week(), exceptions(day))
                                .as((week, dates) -> new OpeningHours(zone, week, dates))
                                .map(hours -> new Sample(hours, day))));
  }

  /** Half of them on the day of a clock change or beside it. */
  private static Arbitrary<LocalDate> days(ZoneId zone) {
    List<LocalDate> changes = new ArrayList<>();
    Instant moment = LocalDate.of(2005, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
    while (change != null && change.getDateTimeBefore().getYear() < 2030) {
      LocalDate day = change.getDateTimeBefore().toLocalDate();
      changes.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
      change = zone.getRules().nextTransition(change.getInstant());
    }
    Arbitrary<LocalDate> any =
        Arbitraries.integers().between(0, 9000).map(LocalDate.of(2005, 1, 1)::plusDays);
    return changes.isEmpty() ? any : Arbitraries.oneOf(any, Arbitraries.of(changes));
  }

  private static Arbitrary<Map<DayOfWeek, List<Hours>>> week() {
    return hoursOfADay()
        .list()
        .ofSize(7)
        .map(
            all -> {
              Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
              for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, all.get(day.getValue() - 1));
              }
              return week;
            });
  }

  private static Arbitrary<SortedMap<LocalDate, List<Hours>>> exceptions(LocalDate near) {
    return Arbitraries.maps(
            Arbitraries.integers().between(-2, 4).map(near::plusDays), hoursOfADay())
        .ofMaxSize(3)
        .map(TreeMap::new);
  }

  /** Up to three parts of a day, some of which touch, some through the night. */
  private static Arbitrary<List<Hours>> hoursOfADay() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Arbitraries.integers()
                .between(0, 96)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(OpeningHoursTest::between)),
        Tuple.of(1, Arbitraries.just(List.of(Hours.ALL_DAY))),
        Tuple.of(1, Arbitraries.just(List.of())));
  }

  private static List<Hours> between(Set<Integer> quarters) {
    List<Integer> ends = quarters.stream().sorted(Comparator.naturalOrder()).toList();
    List<Hours> hours = new ArrayList<>();
    // Two in a row touch where the number of ends is odd.
    int first = ends.size() % 2;
    if (first == 1) {
      hours.add(new Hours(ends.get(0) * 15, ends.get(1) * 15));
    }
    for (int i = first; i + 1 < ends.size(); i += 2) {
      hours.add(new Hours(ends.get(i) * 15, ends.get(i + 1) * 15));
    }
    return hours;
  }

  private static Set<Instant> openMinutes(Sample sample, int from, int to) {
    Set<Instant> open = new HashSet<>();
    for (int i = from; i < to; i++) {
      addMinutesOf(sample.hours(), sample.day().plusDays(i), open);
    }
    return open;
  }

  /**
   * A part of a day begins at the first minute of that day that the clock shows as its beginning or
   * later, and lasts until after the last minute that it shows as before its end.
   */
  private static void addMinutesOf(OpeningHours hours, LocalDate day, Set<Instant> open) {
    Instant end = day.plusDays(1).atStartOfDay(hours.zone()).toInstant();
    for (Hours part : hours.hoursOf(day)) {
      Instant first = null;
      Instant last = null;
      for (ZonedDateTime minute = day.atStartOfDay(hours.zone());
          minute.toInstant().isBefore(end);
          minute = minute.plusMinutes(1)) {
        int shown = minute.getHour() * 60 + minute.getMinute();
        boolean thatDay = minute.toLocalDate().equals(day);
        if (thatDay && first == null && shown >= part.fromMinute()) {
          first = minute.toInstant();
        }
        if (thatDay && shown < part.untilMinute()) {
          last = minute.toInstant();
        }
      }
      if (first != null && last != null && !first.isAfter(last)) {
        open.addAll(minutes(new Stretch(first, last.plusSeconds(MINUTE))));
      }
    }
  }

  private static Set<Instant> minutes(Stretch stretch) {
    Set<Instant> minutes = new HashSet<>();
    for (Instant minute = stretch.opens();
        minute.isBefore(stretch.closes());
        minute = minute.plusSeconds(MINUTE)) {
      minutes.add(minute);
    }
    return minutes;
  }
}
