package org.escale.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketSecret;
import org.escale.server.booking.BookingStore.Taking;
import org.escale.server.booking.BookingStore.TryLimits;
import org.junit.jupiter.api.Test;

/** What every store of bookings keeps to. */
public abstract class BookingStoreContract {

  private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SealedDigits DIGITS =
      new DigitSeal(new byte[DigitSeal.KEY_BYTES], RANDOM).seal(new TicketSecret("0123"));
  private static final TryLimits LIMITS = new TryLimits(5, 20, Duration.ofMinutes(10));

  private final StationId one = StationId.random();
  private final StationId two = StationId.random();

  protected abstract BookingStore store();

  @Test
  void takesTheFirstCandidateThatIsFree() {
    taken(book(TEN, HOUR, List.of(one, two)));

    Booking second = taken(book(TEN, HOUR, List.of(one, two)));

    assertThat(second.station()).isEqualTo(two);
    assertThat(second.state()).isEqualTo(Booking.State.HELD);
    assertThat(store().find(second.id())).contains(second);
  }

  @Test
  void leavesNothingBehindWhenNoCandidateIsFree() {
    taken(book(TEN, HOUR, List.of(one)));

    Taking overlapping = book(TEN.minus(Duration.ofMinutes(45)), HOUR, List.of(one));

    assertThat(overlapping).isEqualTo(new Taking.NoneFree());
    assertThat(store().occupancy().isFree(one, TEN.minus(HOUR), TEN)).isTrue();
    assertThat(store().touching(TEN.minus(HOUR), TEN.plus(HOUR))).hasSize(1);
  }

  @Test
  void answersTheSameRequestWithTheSameBooking() {
    UUID request = UUID.randomUUID();
    Booking first = taken(store().take(wish(request, TEN, HOUR, List.of(one))));

    Taking again = store().take(wish(request, TEN.plus(HOUR), HOUR, List.of(one)));

    assertThat(again).isEqualTo(new Taking.Repeated(first));
    assertThat(store().answered(one, request)).contains(first);
    assertThat(store().answered(two, request)).isEmpty();
  }

  @Test
  void letsExactlyOneOfManyHaveAQuarterOfAnHour() throws Exception {
    List<Taking> answers = atOnce(16, () -> book(TEN, HOUR, List.of(one)));

    assertThat(answers).filteredOn(Taking.Taken.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Taking.NoneFree.class::isInstance).hasSize(15);
  }

  @Test
  void givesManyAtOnceTicketsOfTheirOwn() throws Exception {
    List<Taking> answers = atOnce(40, () -> book(TEN, HOUR, List.of(StationId.random())));

    assertThat(answers).extracting(answer -> taken(answer).ticket()).doesNotHaveDuplicates();
  }

  @Test
  void keepsTheSameTicketFourHoursApartWhileThereAreEnough() {
    PublicTicket star = new PublicTicket(Pictogram.STAR, TicketColour.BLUE);
    Booking first = taken(store().take(wishFor(TEN, star, spare())));

    Booking threeHoursLater =
        taken(store().take(wishFor(TEN.plus(HOUR.multipliedBy(4)), star, spare())));
    Booking fourHoursLater =
        taken(store().take(wishFor(TEN.plus(HOUR.multipliedBy(5)), star, spare())));

    assertThat(first.ticket()).isEqualTo(star);
    assertThat(threeHoursLater.ticket()).isEqualTo(spare());
    assertThat(fourHoursLater.ticket()).isEqualTo(star);
  }

  @Test
  void neverGivesTheSameTicketTwiceWithinTwoHours() {
    PublicTicket star = new PublicTicket(Pictogram.STAR, TicketColour.BLUE);
    taken(store().take(wishFor(TEN, star)));

    Taking anHourLater = store().take(wishFor(TEN.plus(HOUR.multipliedBy(2)), star));
    Taking twoHoursLater = store().take(wishFor(TEN.plus(HOUR.multipliedBy(3)), star));

    assertThat(anHourLater).isEqualTo(new Taking.NoTicketLeft());
    assertThat(twoHoursLater).isInstanceOf(Taking.Taken.class);
  }

  @Test
  void givesTheTicketOfACancelledBookingToOthersAtOnce() {
    PublicTicket star = new PublicTicket(Pictogram.STAR, TicketColour.BLUE);
    Booking first = taken(store().take(wishFor(TEN, star)));
    store().close(first.id(), Booking.State.CANCELLED);

    assertThat(taken(store().take(wishFor(TEN, star))).ticket()).isEqualTo(star);
  }

  @Test
  void beginsEarlyWhenTheTimeBeforeIsFree() {
    Booking booking = taken(book(TEN, HOUR, List.of(one)));
    Instant early = TEN.minus(Duration.ofMinutes(8));

    Booking begun = store().begin(booking.id(), one, early, booking.endsAt()).orElseThrow();

    assertThat(begun.state()).isEqualTo(Booking.State.BEGUN);
    assertThat(begun.startsAt()).isEqualTo(early);
    assertThat(store().occupancy().isFree(one, early, TEN)).isFalse();
  }

  @Test
  void doesNotBeginInTimeThatIsAnothers() {
    taken(book(TEN.minus(HOUR), HOUR, List.of(one)));
    Booking booking = taken(book(TEN, HOUR, List.of(one)));

    assertThat(store().begin(booking.id(), one, TEN.minusSeconds(60), booking.endsAt())).isEmpty();

    assertThat(store().find(booking.id())).contains(booking);
    assertThat(store().occupancy().nextTaken(one, TEN)).contains(TEN);
    assertThat(store().occupancy().isFree(one, TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(2))))
        .isTrue();
  }

  @Test
  void beginsOnceHoweverOftenItIsAsked() {
    Booking booking = taken(book(TEN, HOUR, List.of(one)));
    Booking begun = store().begin(booking.id(), one, TEN, booking.endsAt()).orElseThrow();

    assertThat(store().begin(booking.id(), one, TEN.plusSeconds(60), booking.endsAt()))
        .contains(begun);
  }

  @Test
  void movesTheEndOnlyIntoFreeTime() {
    Booking first = taken(book(TEN, HOUR, List.of(one)));
    taken(book(TEN.plus(HOUR.multipliedBy(2)), HOUR, List.of(one)));
    store().begin(first.id(), one, TEN, first.endsAt());

    assertThat(store().moveEnd(first.id(), TEN.plus(HOUR.multipliedBy(2)))).isTrue();
    assertThat(store().moveEnd(first.id(), TEN.plus(HOUR.multipliedBy(2)).plusSeconds(60)))
        .isFalse();

    assertThat(store().find(first.id()).orElseThrow().endsAt())
        .isEqualTo(TEN.plus(HOUR.multipliedBy(2)));
    assertThat(store().occupancy().isFree(one, TEN.plus(HOUR), TEN.plus(HOUR).plusSeconds(1)))
        .isFalse();
  }

  @Test
  void freesItsTimeWhenClosedAndClosesOnce() {
    Booking booking = taken(book(TEN, HOUR, List.of(one)));

    assertThat(store().close(booking.id(), Booking.State.CANCELLED))
        .hasValueSatisfying(
            closed -> assertThat(closed.state()).isEqualTo(Booking.State.CANCELLED));
    assertThat(store().close(booking.id(), Booking.State.ENDED)).isEmpty();

    assertThat(store().occupancy().isFree(one, TEN, TEN.plus(HOUR))).isTrue();
  }

  @Test
  void forgetsWhatIsOldWithAllThatHangsOnIt() {
    UUID request = UUID.randomUUID();
    taken(store().take(wish(request, TEN, HOUR, List.of(one))));
    Booking later = taken(book(TEN.plus(HOUR), HOUR, List.of(one)));

    assertThat(store().purge(TEN.plus(HOUR).plusSeconds(1))).isEqualTo(1);

    assertThat(store().answered(one, request)).isEmpty();
    assertThat(store().touching(TEN, TEN.plus(HOUR.multipliedBy(3)))).containsExactly(later);
  }

  @Test
  void countsTriesBeforeTheyAreLookedAt() throws Exception {
    List<Boolean> allowed = atOnce(16, () -> store().noteTry(one, TEN, LIMITS).isPresent());

    assertThat(allowed).filteredOn(allow -> allow).hasSize(5);
  }

  @Test
  void countsTriesOfTheWholeRoom() {
    for (int i = 0; i < 20; i++) {
      assertThat(store().noteTry(StationId.random(), TEN, LIMITS)).isPresent();
    }

    assertThat(store().noteTry(one, TEN, LIMITS)).isEmpty();
    assertThat(store().noteTry(one, TEN.plus(Duration.ofMinutes(10)), LIMITS)).isPresent();
  }

  @Test
  void forgetsATryThatWasRight() {
    for (int i = 0; i < 10; i++) {
      store().forgetTry(store().noteTry(one, TEN, LIMITS).orElseThrow());
    }

    assertThat(store().noteTry(one, TEN, LIMITS)).isPresent();
  }

  private Taking book(Instant start, Duration length, List<StationId> candidates) {
    return store().take(wish(UUID.randomUUID(), start, length, candidates));
  }

  private BookingStore.Wish wish(
      UUID request, Instant start, Duration length, List<StationId> candidates) {
    List<PublicTicket> tickets = new ArrayList<>();
    for (Pictogram pictogram : Pictogram.values()) {
      for (TicketColour colour : TicketColour.values()) {
        tickets.add(new PublicTicket(pictogram, colour));
      }
    }
    Collections.shuffle(tickets, RANDOM);
    return new BookingStore.Wish(
        one,
        request,
        Booking.Kind.BOOKED,
        spots(candidates, start, start.plus(length)),
        Set.of(),
        tickets,
        DIGITS);
  }

  private BookingStore.Wish wishFor(Instant start, PublicTicket... tickets) {
    return new BookingStore.Wish(
        one,
        UUID.randomUUID(),
        Booking.Kind.BOOKED,
        spots(List.of(StationId.random()), start, start.plus(HOUR)),
        Set.of(),
        List.of(tickets),
        DIGITS);
  }

  private static List<BookingStore.Spot> spots(List<StationId> stations, Instant from, Instant to) {
    return stations.stream().map(station -> new BookingStore.Spot(station, from, to)).toList();
  }

  private static PublicTicket spare() {
    return new PublicTicket(Pictogram.MOON, TicketColour.GREEN);
  }

  private static Booking taken(Taking taking) {
    assertThat(taking).isInstanceOf(Taking.Taken.class);
    return ((Taking.Taken) taking).booking();
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(Collections.nCopies(times, work))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
