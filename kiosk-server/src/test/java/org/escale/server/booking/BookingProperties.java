package org.escale.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.server.CentreInATest;
import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningHours;
import org.escale.server.opening.Stretch;
import org.escale.server.platform.CannotStartException;
import org.jspecify.annotations.Nullable;

/**
 * Whatever visitors, mediators and clocks do in whatever order, on the real database: nothing
 * overlaps, nothing lies outside opening hours, what is taken and what is booked agree, and no two
 * tickets that go about together look the same.
 */
class BookingProperties {

  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private static @Nullable Path dir;
  private static @Nullable CentreInATest shared;

  /** What somebody does next; {@code pick} chooses among what there is. */
  record Deed(Kind kind, int pick) {

    enum Kind {
      BOOK,
      BOOK_LONG,
      BOOK_WITH_NEED,
      MOVE,
      CANCEL,
      CALL_OFF,
      WALK_IN,
      BEGIN,
      PROLONG,
      END,
      QUEUE,
      CALL,
      WAIT_AGAIN,
      TIME_PASSES
    }
  }

  @BeforeContainer
  static void open() throws IOException, CannotStartException {
    dir = Files.createTempDirectory("bookings");
    shared = new CentreInATest(dir);
    shared.places.add("Poste 3", StationTrait.WHEELCHAIR_ACCESS);
  }

  @AfterContainer
  static void close() {
    if (shared != null) {
      shared.close();
    }
  }

  @Property(tries = 120)
  void holdWhateverHappens(@ForAll("deeds") List<Deed> deeds, @ForAll("hours") OpeningHours hours) {
    CentreInATest centre = Objects.requireNonNull(shared);
    centre.opening.change(hours);
    centre.opening.change(
        new BookingPolicy(
            Duration.ofMinutes(45),
            Duration.ofMinutes(15),
            2,
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15)));
    Instant began = centre.clock.instant();
    Play play = new Play(centre);

    for (Deed deed : deeds) {
      play.act(deed);
      assertNothingOverlaps(centre, began);
    }

    assertCellsAgree(centre, began);
    assertInsideOpeningHours(centre, began, play.prolonged);
    assertTicketsAreUnique(centre, began);
    play.closeEverything(began);
  }

  private static void assertNothingOverlaps(CentreInATest centre, Instant since) {
    Map<StationId, List<Booking>> byStation = new TreeMap<>(BookingProperties::compare);
    for (Booking booking : holding(centre, since)) {
      byStation.computeIfAbsent(booking.station(), _ -> new ArrayList<>()).add(booking);
    }
    byStation
        .values()
        .forEach(
            bookings -> {
              for (int i = 1; i < bookings.size(); i++) {
                assertThat(bookings.get(i).startsAt())
                    .isAfterOrEqualTo(bookings.get(i - 1).endsAt());
              }
            });
  }

  /** The rows of quarter hours, the bookings and the memory of what is taken say the same. */
  private static void assertCellsAgree(CentreInATest centre, Instant since) {
    Set<String> fromBookings = new TreeSet<>();
    for (Booking booking : holding(centre, since)) {
      for (QuarterHour quarter : QuarterHour.touchedBy(booking.startsAt(), booking.endsAt())) {
        fromBookings.add(booking.station() + "@" + quarter.number());
        assertThat(
                centre
                    .bookingStore
                    .occupancy()
                    .isFree(booking.station(), quarter.start(), quarter.next().start()))
            .isFalse();
      }
    }
    long first = QuarterHour.at(since).number();
    List<String> cells =
        centre.database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT station || '@' || quarter_hour FROM booking_cell"
                            + " WHERE quarter_hour >= :first")
                    .bind("first", first)
                    .mapTo(String.class)
                    .list());
    assertThat(new TreeSet<>(cells))
        .isEqualTo(
            new TreeSet<>(
                fromBookings.stream()
                    .filter(cell -> Long.parseLong(cell.split("@", -1)[1]) >= first)
                    .toList()));
    for (Places.Place place : centre.places.bookablePlaces()) {
      for (long quarter = first; quarter < first + 4 * 24 * 4; quarter++) {
        QuarterHour each = new QuarterHour(quarter);
        assertThat(
                centre
                    .bookingStore
                    .occupancy()
                    .isFree(place.station(), each.start(), each.next().start()))
            .isEqualTo(!cells.contains(place.station() + "@" + quarter));
      }
    }
  }

  private static void assertInsideOpeningHours(
      CentreInATest centre, Instant since, Set<BookingId> begunEarlyOrLate) {
    for (Booking booking : holding(centre, since)) {
      if (!begunEarlyOrLate.contains(booking.id())) {
        Stretch open = centre.opening.hours().around(booking.startsAt()).orElseThrow();
        assertThat(open.contains(booking.startsAt(), booking.endsAt())).isTrue();
      }
    }
  }

  private static void assertTicketsAreUnique(CentreInATest centre, Instant since) {
    List<Booking> open = new ArrayList<>(holding(centre, since));
    open.addAll(centre.bookingStore.waiting());
    for (int i = 0; i < open.size(); i++) {
      for (int j = i + 1; j < open.size(); j++) {
        PublicTicket one = open.get(i).ticket();
        if (one.equals(open.get(j).ticket())) {
          assertThat(apart(open.get(i), open.get(j))).isGreaterThanOrEqualTo(TWO_HOURS);
        }
      }
    }
  }

  private static Duration apart(Booking one, Booking other) {
    return one.startsAt().isBefore(other.startsAt())
        ? Duration.between(one.endsAt(), other.startsAt())
        : Duration.between(other.endsAt(), one.startsAt());
  }

  private static List<Booking> holding(CentreInATest centre, Instant since) {
    return centre
        .bookingStore
        .touching(since.minus(TWO_HOURS), since.plus(Duration.ofDays(30)))
        .stream()
        .filter(Booking::holdsTime)
        .toList();
  }

  private static int compare(StationId one, StationId other) {
    return one.toString().compareTo(other.toString());
  }

  /** Does what the deeds say, with whatever there is. */
  private static final class Play {

    private final CentreInATest centre;
    private final List<BookingId> known = new ArrayList<>();
    private final Set<BookingId> prolonged = new HashSet<>();

    Play(CentreInATest centre) {
      this.centre = centre;
    }

    void act(Deed deed) {
      Instant now = centre.clock.instant();
      switch (deed.kind()) {
        case BOOK -> book(deed.pick(), 45, Set.of());
        case BOOK_LONG -> book(deed.pick(), 90, Set.of());
        case BOOK_WITH_NEED -> book(deed.pick(), 45, Set.of(StationTrait.WHEELCHAIR_ACCESS));
        case MOVE -> one(deed, id -> centre.heldBookings.move(id, slotStart(deed.pick()), null));
        case CANCEL -> one(deed, centre.heldBookings::cancel);
        case CALL_OFF -> one(deed, centre.heldBookings::callOff);
        case WALK_IN -> remember(centre.bookings.takeNow(station(deed.pick()), UUID.randomUUID()));
        case BEGIN ->
            one(
                deed,
                id -> {
                  prolonged.add(id);
                  centre.visits.beginFor(id);
                });
        case PROLONG -> one(deed, id -> centre.visits.prolong(id, Duration.ofMinutes(15)));
        case END -> one(deed, this::end);
        case QUEUE ->
            remember(
                centre.bookings.waitInLine(
                    station(deed.pick()), UUID.randomUUID(), Duration.ofMinutes(45), Set.of()));
        case CALL ->
            centre.bookingStore.waiting().stream()
                .findFirst()
                .ifPresent(
                    waiting -> {
                      prolonged.add(waiting.id());
                      centre.bookingStore.call(
                          waiting.id(),
                          station(deed.pick()),
                          now,
                          now.plus(Duration.ofMinutes(45)));
                    });
        case WAIT_AGAIN -> one(deed, centre.bookingStore::waitAgain);
        case TIME_PASSES -> {
          centre.clock.step(Duration.ofMinutes(deed.pick() % 40));
          centre.heldBookings.releaseNoShows();
        }
      }
    }

    /** Leaves the centre empty for the next try, on another day. */
    void closeEverything(Instant since) {
      holding(centre, since).forEach(booking -> end(booking.id()));
      centre.bookingStore.waiting().forEach(booking -> end(booking.id()));
      centre.clock.step(Duration.ofHours(29));
    }

    private void book(int pick, int minutes, Set<StationTrait> needs) {
      FreeTime.Wanted wanted = new FreeTime.Wanted(Duration.ofMinutes(minutes), needs, null);
      if (centre.bookings.bookAtTheDesk(UUID.randomUUID(), slotStart(pick), wanted)
          instanceof Answer.Yes<Visits.Booked>(var booked)) {
        known.add(booked.booking());
      }
    }

    private Instant slotStart(int pick) {
      return QuarterHour.at(centre.clock.instant())
          .next()
          .start()
          .plus(Duration.ofMinutes(15L * (pick % 190)));
    }

    private StationId station(int pick) {
      List<Places.Place> places = centre.places.bookablePlaces();
      return places.get(pick % places.size()).station();
    }

    private void remember(Answer<Granted> answer) {
      if (answer instanceof Answer.Yes<Granted>(var granted)) {
        known.add(granted.booking().id());
      }
    }

    private void one(Deed deed, Consumer<BookingId> todo) {
      if (!known.isEmpty()) {
        todo.accept(known.get(deed.pick() % known.size()));
      }
    }

    private void end(BookingId id) {
      centre.visits.ended(id);
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    Arbitrary<Deed> deed =
        Combinators.combine(Arbitraries.of(Deed.Kind.class), Arbitraries.integers().between(0, 999))
            .as(Deed::new);
    return deed.list().ofMinSize(5).ofMaxSize(40);
  }

  /** Also closed days, and two openings a day. */
  @Provide
  Arbitrary<OpeningHours> hours() {
    return Arbitraries.of(
        OpeningHours.daily(CentreInATest.PARIS, Hours.ALL_DAY),
        OpeningHours.daily(CentreInATest.PARIS, new Hours(0, 12 * 60)),
        new OpeningHours(CentreInATest.PARIS, weekWithABreak(), new TreeMap<>(Map.of())));
  }

  private static Map<DayOfWeek, List<Hours>> weekWithABreak() {
    Map<DayOfWeek, List<Hours>> week = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != DayOfWeek.WEDNESDAY) {
        week.put(day, List.of(new Hours(60, 10 * 60), new Hours(11 * 60, 23 * 60)));
      }
    }
    return week;
  }
}
