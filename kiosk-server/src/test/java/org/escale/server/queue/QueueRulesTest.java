package org.escale.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.protocol.StationTrait.LARGE_SCREEN;
import static org.escale.protocol.StationTrait.WHEELCHAIR_ACCESS;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.server.booking.Places.Place;
import org.escale.server.opening.Stretch;
import org.escale.server.queue.QueueRules.Call;
import org.escale.server.queue.QueueRules.Waiting;
import org.junit.jupiter.api.Test;

class QueueRulesTest {

  private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Place plain = place();
  private final Place accessible = place(WHEELCHAIR_ACCESS);
  private final Waiting first = waiting();
  private final Waiting second = waiting();

  @Test
  void callsInOrderOfArrival() {
    assertThat(QueueRules.calls(List.of(first, second), List.of(plain)))
        .containsExactly(new Call(first.ticket(), plain));
  }

  @Test
  void passesOverWhomTheStationDoesNotFit() {
    Waiting needsLargeScreen = waiting(LARGE_SCREEN);

    assertThat(QueueRules.calls(List.of(needsLargeScreen, second), List.of(plain)))
        .containsExactly(new Call(second.ticket(), plain));
  }

  @Test
  void keepsWhatAWheelchairReachesForWhoWaitsForIt() {
    Waiting needsAccess = waiting(WHEELCHAIR_ACCESS);

    assertThat(QueueRules.calls(List.of(first, second, needsAccess), List.of(accessible, plain)))
        .containsExactlyInAnyOrder(
            new Call(needsAccess.ticket(), accessible), new Call(first.ticket(), plain));
  }

  @Test
  void givesAnAccessibleStationToAnybodyWhenNobodyElseWaitsForIt() {
    assertThat(QueueRules.calls(List.of(first), List.of(accessible)))
        .containsExactly(new Call(first.ticket(), accessible));
  }

  @Test
  void leavesTheLargeScreenToWhoNeedsIt() {
    Place large = place(LARGE_SCREEN);
    Waiting needsLarge = waiting(LARGE_SCREEN);

    assertThat(QueueRules.calls(List.of(first, needsLarge), List.of(large, plain)))
        .containsExactlyInAnyOrder(
            new Call(first.ticket(), plain), new Call(needsLarge.ticket(), large));
  }

  @Test
  void expectsEachWhenAStationThatFitsGetsFree() {
    Waiting third = waiting();
    Prospect soon = prospect(plain, 20, 300);
    Prospect later = prospect(accessible, 45, 300);

    Map<BookingId, Instant> expected =
        QueueRules.expected(List.of(first, second, third), List.of(soon, later));

    assertThat(expected)
        .containsEntry(first.ticket(), minutes(20))
        .containsEntry(second.ticket(), minutes(45))
        .containsEntry(third.ticket(), minutes(80));
  }

  @Test
  void expectsNothingOfAGapTooShortForAVisit() {
    Prospect gapThenFree =
        new Prospect(
            plain,
            List.of(new Stretch(minutes(0), minutes(10)), new Stretch(minutes(70), minutes(200))));

    assertThat(QueueRules.expected(List.of(first), List.of(gapThenFree)))
        .containsEntry(first.ticket(), minutes(70));
  }

  @Test
  void promisesNothingToWhomNoStationIsFreeBeforeClosing() {
    Waiting needsLarge = waiting(LARGE_SCREEN);

    Map<BookingId, Instant> expected =
        QueueRules.expected(List.of(first, second, needsLarge), List.of(prospect(plain, 10, 60)));

    assertThat(expected).containsOnly(Map.entry(first.ticket(), minutes(10)));
  }

  @Property(tries = 500)
  void givesEachStationOnceAndEachTicketOneStationThatFits(
      @ForAll("lines") List<Waiting> line, @ForAll("rooms") List<Place> free) {
    List<Call> calls = QueueRules.calls(line, free);

    assertThat(calls).extracting(Call::ticket).doesNotHaveDuplicates();
    assertThat(calls).extracting(Call::place).doesNotHaveDuplicates().isSubsetOf(free);
    assertThat(calls).allSatisfy(call -> assertThat(call.place().fits(of(call, line))).isTrue());
  }

  @Property(tries = 500)
  void passesNobodyOverButForAWheelchair(
      @ForAll("lines") List<Waiting> line, @ForAll("rooms") List<Place> free) {
    List<Call> calls = QueueRules.calls(line, free);
    Set<BookingId> called = new HashSet<>(calls.stream().map(Call::ticket).toList());

    for (Call call : calls) {
      Set<StationTrait> needs = of(call, line);
      for (Waiting earlier : line) {
        if (earlier.ticket().equals(call.ticket())) {
          break;
        }
        if (!called.contains(earlier.ticket()) && call.place().fits(earlier.needs())) {
          assertThat(needs).contains(WHEELCHAIR_ACCESS);
          assertThat(earlier.needs()).doesNotContain(WHEELCHAIR_ACCESS);
        }
      }
    }
  }

  @Property(tries = 500)
  void leavesNoStationFreeForWhichSomebodyWaits(
      @ForAll("lines") List<Waiting> line, @ForAll("rooms") List<Place> free) {
    List<Call> calls = QueueRules.calls(line, free);
    List<BookingId> called = calls.stream().map(Call::ticket).toList();
    List<Place> taken = calls.stream().map(Call::place).toList();

    for (Place place : free) {
      if (!taken.contains(place)) {
        assertThat(line)
            .filteredOn(waiting -> !called.contains(waiting.ticket()))
            .noneMatch(waiting -> place.fits(waiting.needs()));
      }
    }
  }

  @Property(tries = 300)
  void expectsThoseOfEqualNeedsInOrderOfArrival(
      @ForAll("lines") List<Waiting> line, @ForAll("rooms") List<Place> room) {
    List<Prospect> prospects =
        IntStream.range(0, room.size()).mapToObj(i -> prospect(room.get(i), 7 * i, 240)).toList();

    Map<BookingId, Instant> expected = QueueRules.expected(line, prospects);

    for (int i = 0; i < line.size(); i++) {
      for (int j = i + 1; j < line.size(); j++) {
        Instant later = expected.get(line.get(j).ticket());
        if (line.get(i).needs().equals(line.get(j).needs()) && later != null) {
          assertThat(expected.get(line.get(i).ticket())).isNotNull().isBeforeOrEqualTo(later);
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Waiting>> lines() {
    return needs().map(QueueRulesTest::waitingFor).list().ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<Place>> rooms() {
    return needs()
        .map(traits -> new Place(StationId.random(), "Poste", traits))
        .list()
        .ofMaxSize(6);
  }

  private static Arbitrary<Set<StationTrait>> needs() {
    return Arbitraries.of(StationTrait.class).set().ofMaxSize(2);
  }

  private static Set<StationTrait> of(Call call, List<Waiting> line) {
    return line.stream()
        .filter(waiting -> waiting.ticket().equals(call.ticket()))
        .findFirst()
        .orElseThrow()
        .needs();
  }

  private static Waiting waiting(StationTrait... needs) {
    return waitingFor(Set.of(needs));
  }

  private static Waiting waitingFor(Set<StationTrait> needs) {
    return new Waiting(BookingId.random(), needs, HOUR);
  }

  private static Place place(StationTrait... traits) {
    return new Place(StationId.random(), "Poste", Set.of(traits));
  }

  private static Prospect prospect(Place place, int from, int until) {
    return new Prospect(place, List.of(new Stretch(minutes(from), minutes(until))));
  }

  private static Instant minutes(int after) {
    return TEN.plus(Duration.ofMinutes(after));
  }
}
