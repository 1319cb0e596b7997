package org.escale.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.server.CentreInATest.HOUR;
import static org.escale.server.CentreInATest.PARIS;
import static org.escale.server.CentreInATest.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.escale.server.CentreInATest;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTest {

  private static final Duration HELD = Duration.ofMinutes(5);

  private CentreInATest centre;
  private SessionId atOne;
  private SessionId atTwo;

  @BeforeEach
  void openWithBothStationsInUse(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir);
    atOne = visitAt(centre.one);
    atTwo = visitAt(centre.two);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void tellsANewcomerWhereSheWouldStandAndHowLongSheWouldWait() {
    Visits.Offer offer = centre.offers.at(centre.one);

    assertThat(offer.walkIn()).isNull();
    assertThat(offer.waiting()).isEqualTo(new QueuePlace(1, HOUR));
  }

  @Test
  void givesATicketWithAPlaceInLine() {
    Queueing.Joined first = join();
    Queueing.Joined second = join();

    assertThat(first.place()).isEqualTo(new QueuePlace(1, HOUR));
    assertThat(second.place()).isEqualTo(new QueuePlace(2, HOUR));
    assertThat(second.ticket()).isNotEqualTo(first.ticket());
    assertThat(centre.desk.show(centre.one, new Tickets.Show(first.ticket(), first.secret())))
        .isEqualTo(
            new Answer.Yes<>(
                new Tickets.Seen(
                    first.ticket(),
                    null,
                    null,
                    first.place(),
                    RefusalReason.TICKET_STILL_WAITS,
                    null)));
  }

  @Test
  void givesTheSameTicketWhenALostAnswerIsAskedForAgain() {
    Queueing.Join wish = wish(Set.of());
    Queueing.Joined first = yes(centre.queue.join(centre.one, wish));

    assertThat(yes(centre.queue.join(centre.one, wish))).isEqualTo(first);
    end(atOne, centre.one);
    centre.queue.callNext();
    Queueing.Joined whenCalled = yes(centre.queue.join(centre.one, wish));
    assertThat(whenCalled.ticket()).isEqualTo(first.ticket());
    assertThat(whenCalled.secret()).isEqualTo(first.secret());
    assertThat(whenCalled.place()).isEqualTo(new QueuePlace(1, Duration.ZERO));
    assertThat(centre.queue.line()).isEmpty();
  }

  @Test
  void refusesWhoNeedNotWait() {
    end(atOne, centre.one);

    assertThat(centre.queue.join(centre.two, wish(Set.of())))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_IS_FREE));
    assertThat(centre.queue.join(centre.two, wish(Set.of(StationTrait.WEBCAM))))
        .isEqualTo(new Answer.No<>(RefusalReason.NO_STATION_FITS));
  }

  @Test
  void refusesAVisitOfALengthThatIsNotOffered() {
    Queueing.Join odd =
        new Queueing.Join(UUID.randomUUID(), Set.of(), Duration.ofHours(9), Language.FRENCH);

    assertThat(centre.queue.join(centre.one, odd))
        .isEqualTo(new Answer.No<>(RefusalReason.SLOT_LENGTH_NOT_OFFERED));
  }

  @Test
  void refusesWhileTheCentreIsClosed() {
    centre.opening.change(OpeningHours.daily(PARIS, new Hours(14 * 60, 18 * 60)));

    assertThat(centre.queue.join(centre.one, wish(Set.of())))
        .isEqualTo(new Answer.No<>(RefusalReason.CENTRE_CLOSED));
    assertThat(centre.queue.placeOfANewcomer()).isEmpty();
  }

  @Test
  void offersNoPlaceWhereNoStationCanBeBooked() {
    assertThat(centre.queue.placeOfANewcomer()).isPresent();

    centre.places.remove(centre.one);
    centre.places.remove(centre.two);

    assertThat(centre.queue.placeOfANewcomer()).isEmpty();
  }

  @Test
  void keepsTheNextFreeStationForTheFirstInLine() {
    Queueing.Joined first = join();
    join();
    end(atOne, centre.one);

    assertThat(centre.queue.callNext()).isEqualTo(1);
    assertThat(centre.queue.callNext()).isZero();

    assertThat(heldAt(centre.one)).isEqualTo(first.ticket());
    assertThat(centre.queue.called())
        .extracting(Queue.Called::stationName)
        .containsExactly("Poste 1");
    assertThat(centre.takeNow(centre.one))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_RESERVED));
    assertThat(
            centre.sessions.startBooked(
                centre.one,
                new Visits.Start(
                    UUID.randomUUID(), first.ticket(), first.secret(), Language.FRENCH)))
        .isInstanceOf(Answer.Yes.class);
  }

  @Test
  void callsTheNextWhenTheFirstDoesNotComeInTime() {
    join();
    Queueing.Joined second = join();
    end(atOne, centre.one);
    centre.queue.callNext();

    centre.clock.step(HELD.minusSeconds(1));
    centre.upkeep.everyMinute();
    assertThat(centre.queue.callNext()).isZero();
    centre.clock.step(Duration.ofSeconds(1));
    centre.upkeep.everyMinute();
    assertThat(centre.queue.callNext()).isEqualTo(1);

    assertThat(heldAt(centre.one)).isEqualTo(second.ticket());
    assertThat(centre.queue.notCome()).hasSize(1);
  }

  @Test
  void putsBackWhoCameLateInFrontOfThoseWhoCameAfterHer() {
    Queueing.Joined first = join();
    join();
    end(atOne, centre.one);
    centre.queue.callNext();
    centre.clock.step(HELD);
    centre.upkeep.everyMinute();
    centre.queue.callNext();
    Queueing.Joined third = join();

    BookingId late = centre.queue.notCome().getFirst().booking().id();
    assertThat(centre.queue.putBack(late)).isPresent();

    assertThat(centre.queue.putBack(late)).isEmpty();
    assertThat(centre.queue.line())
        .extracting(each -> each.booking().ticket())
        .containsExactly(first.ticket(), third.ticket());
  }

  @Test
  void remembersWhatSheNeedsWhoCameLate() {
    centre.places.remove(centre.two);
    StationId three = centre.places.add("Poste 3", StationTrait.WHEELCHAIR_ACCESS);
    SessionId atThree = visitAt(three);
    yes(centre.queue.join(centre.one, wish(Set.of(StationTrait.WHEELCHAIR_ACCESS))));
    end(atThree, three);
    centre.queue.callNext();
    centre.clock.step(HELD);
    centre.upkeep.everyMinute();

    Booking late = centre.queue.notCome().getFirst().booking();
    assertThat(late.needs()).isEmpty();
    assertThat(centre.queue.putBack(late.id()).orElseThrow().needs())
        .containsExactly(StationTrait.WHEELCHAIR_ACCESS);
  }

  @Test
  void callsElsewhereWhenTheStationIsLostAfterTheCall() {
    Queueing.Joined first = join();
    end(atOne, centre.one);
    centre.queue.callNext();
    centre.places.block(centre.one, RefusalReason.STATION_NOT_CONNECTED);
    end(atTwo, centre.two);

    centre.queue.callNext();

    assertThat(heldAt(centre.two)).isEqualTo(first.ticket());
    assertThat(centre.holds.held()).doesNotContainKey(centre.one);
  }

  @Test
  void endsACallBeforeTheNextTicketAndLeavesTooShortAGapAlone() {
    centre.book(centre.one, "2026-11-02T10:30:00Z");
    centre.book(centre.two, "2026-11-02T10:30:00Z");
    join();
    centre.clock.step(Duration.ofMinutes(70));
    end(atOne, centre.one);
    assertThat(centre.queue.callNext()).isZero();

    assertThat(centre.queue.line().getFirst().place().estimate()).isEqualTo(Duration.ofMinutes(75));
  }

  @Test
  void aMediatorCallsWhomSheChooses() {
    join();
    Queueing.Joined second = join();
    end(atOne, centre.one);
    BookingId chosen = centre.queue.line().get(1).booking().id();

    Booking called = yes(centre.queue.callTo(chosen, centre.one));

    assertThat(called.ticket()).isEqualTo(second.ticket());
    assertThat(centre.queue.callTo(chosen, centre.one))
        .isEqualTo(new Answer.No<>(RefusalReason.TICKET_UNKNOWN));
    assertThat(centre.queue.callTo(centre.queue.line().getFirst().booking().id(), centre.one))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_RESERVED));
  }

  @Test
  void sendsHomeWhoStillWaitsAtClosingTime() {
    centre.opening.change(OpeningHours.daily(PARIS, new Hours(8 * 60, 12 * 60)));
    Queueing.Joined joined = join();
    centre.clock.step(Duration.ofHours(2));

    centre.queue.callNext();

    assertThat(centre.queue.line()).isEmpty();
    assertThat(centre.desk.show(centre.one, new Tickets.Show(joined.ticket(), joined.secret())))
        .isEqualTo(new Answer.No<>(RefusalReason.CENTRE_CLOSES_EARLY));
  }

  @Test
  void forgetsWhoIsTakenOut() {
    join();
    Queueing.Joined second = join();

    centre.queue.takeOut(centre.queue.line().getFirst().booking().id());

    assertThat(centre.queue.line())
        .extracting(each -> each.booking().ticket())
        .containsExactly(second.ticket());
  }

  @Test
  void neverGivesAWaitingTicketToAnotherHoweverLongItWaits() {
    Queueing.Joined first = join();
    List<Object> later = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      centre.clock.step(Duration.ofMinutes(20));
      later.add(join().ticket());
    }

    assertThat(later).doesNotContain(first.ticket()).doesNotHaveDuplicates();
  }

  @Test
  void keepsOrderWhenManyCallAtOnce() throws Exception {
    List<Object> joined = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      joined.add(join().ticket());
    }
    end(atOne, centre.one);
    end(atTwo, centre.two);

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<Integer> call = centre.queue::callNext;
      int called = 0;
      for (var answer : threads.invokeAll(Collections.nCopies(8, call))) {
        called += answer.get();
      }
      assertThat(called).isEqualTo(2);
    }

    assertThat(centre.queue.called())
        .extracting(each -> (Object) each.booking().ticket())
        .containsExactlyInAnyOrderElementsOf(joined.subList(0, 2));
    assertThat(centre.queue.line())
        .extracting(each -> (Object) each.booking().ticket())
        .containsExactlyElementsOf(joined.subList(2, 4));
  }

  /** Joins, ends, calls, no-shows and leavings, as they come; checked after every step. */
  @Test
  void keepsOrderAndLosesNobodyThroughADayOfChance() {
    Random chance = new Random(20261102);
    List<BookingId> arrived = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      switch (chance.nextInt(6)) {
        case 0, 1 -> {
          if (centre.queue.join(centre.one, wish(Set.of())) instanceof Answer.Yes<?>) {
            arrived.add(centre.queue.line().getLast().booking().id());
          }
        }
        case 2 -> endSomeVisit(chance);
        case 3 -> centre.clock.step(Duration.ofMinutes(chance.nextInt(4)));
        case 4 -> beginSomeCalled();
        default -> centre.upkeep.everyMinute();
      }
      centre.queue.callNext();
      checkTheLine(arrived);
    }
    assertThat(arrived).hasSizeGreaterThan(20);
  }

  private void checkTheLine(List<BookingId> arrived) {
    List<Booking> all = arrived.stream().map(id -> centre.diary.find(id).orElseThrow()).toList();
    List<BookingId> waiting =
        all.stream()
            .filter(booking -> booking.state() == Booking.State.WAITING)
            .map(Booking::id)
            .toList();
    assertThat(centre.queue.line()).extracting(each -> each.booking().id()).isEqualTo(waiting);
    if (!waiting.isEmpty()) {
      // Whoever came before the first in line has been called.
      assertThat(all.subList(0, arrived.indexOf(waiting.getFirst())))
          .noneMatch(booking -> booking.state() == Booking.State.WAITING);
      assertThat(centre.queue.freeToCall()).isEmpty();
    }
    assertThat(all)
        .filteredOn(Booking::holdsTime)
        .extracting(Booking::station)
        .doesNotHaveDuplicates();
    assertThat(all).filteredOn(Booking::isOpen).extracting(Booking::ticket).doesNotHaveDuplicates();
  }

  private void endSomeVisit(Random chance) {
    StationId station = chance.nextBoolean() ? centre.one : centre.two;
    centre.diary.today().stream()
        .map(line -> line.booking())
        .filter(booking -> booking.station().equals(station))
        .filter(booking -> booking.state() == Booking.State.BEGUN)
        .forEach(booking -> centre.visits.ended(booking.id()));
  }

  private void beginSomeCalled() {
    centre.queue.called().forEach(each -> centre.visits.beginFor(each.booking().id()));
  }

  private SessionId visitAt(StationId station) {
    return centre.running(station);
  }

  private void end(SessionId session, StationId station) {
    centre.report(station, centre.ended(session, Duration.ofMinutes(5)));
  }

  private PublicTicket heldAt(StationId station) {
    return Objects.requireNonNull(centre.holds.held().get(station)).ticket();
  }

  private Queueing.Joined join() {
    return yes(centre.queue.join(centre.one, wish(Set.of())));
  }

  private static Queueing.Join wish(Set<StationTrait> needs) {
    return new Queueing.Join(UUID.randomUUID(), needs, HOUR, Language.FRENCH);
  }
}
