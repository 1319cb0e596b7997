package org.escale.server.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.DayPlans;
import org.escale.server.booking.SealedDigits;
import org.escale.server.booking.web.BookingView;
import org.escale.server.booking.web.BookingsView;
import org.escale.server.booking.web.SlotsView;
import org.escale.server.booking.web.TicketView;
import org.escale.server.booking.web.Timeline;
import org.escale.server.opening.Stretch;
import org.escale.server.platform.page.Place;
import org.escale.server.sessions.EarlyClosing;
import org.escale.server.sessions.web.ClosingView;
import org.jspecify.annotations.Nullable;

/** The pages about bookings: a day in a small and in a large room, one booking, a ticket. */
final class SampleBookings {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Booking.Kind[] KINDS = Booking.Kind.values();

  Map<String, SamplePage> pages() {
    Map<String, SamplePage> pages = new LinkedHashMap<>();
    pages.put("bookings-full", day(plan(TODAY, 16, 9, 18)));
    pages.put("bookings-tomorrow", day(plan(TOMORROW, 16, 9, 18)));
    pages.put("bookings-forty", day(plan(TOMORROW, 40, 9, 18)));
    pages.put("bookings-day-and-night", day(plan(TODAY, 6, 0, 24)));
    pages.put(
        "bookings-empty",
        day(new DayPlans.DayPlan(TODAY, SampleRoom.NOW, List.of(), List.of(), List.of())));
    pages.put("booking", one(booking(3, 2, Booking.State.HELD)));
    pages.put("booking-over", one(booking(3, 2, Booking.State.ENDED)));
    pages.put("booking-slots", slots(null, Set.of(StationTrait.WHEELCHAIR_ACCESS), at(TODAY, 15)));
    pages.put("booking-move", slots(booking(3, 2, Booking.State.HELD), Set.of(), null));
    pages.put("booking-ticket", page("bookings/ticket.jte", ticket()));
    closing(pages);
    return pages;
  }

  private static void closing(Map<String, SamplePage> pages) {
    List<BookingDiary.Line> lines = plan(TODAY, 4, 9, 18).lines();
    List<BookingDiary.Line> held = lines.stream().filter(SampleBookings::isHeld).toList();
    List<BookingDiary.Line> begun = lines.stream().filter(line -> !isHeld(line)).toList();
    EarlyClosing.Affected affected = new EarlyClosing.Affected(held, begun);
    List<Instant> choices = List.of(at(TODAY, 15), at(TODAY, 16));
    pages.put("closing", closing(choices, null, null, null));
    pages.put("closing-affected", closing(choices, choices.getFirst(), affected, null));
    pages.put(
        "closing-done",
        closing(choices, choices.getFirst(), affected, new EarlyClosing.Done(affected, begun)));
  }

  private static SamplePage closing(
      List<Instant> choices,
      @Nullable Instant at,
      EarlyClosing.@Nullable Affected affected,
      EarlyClosing.@Nullable Done done) {
    return page(
        "bookings/closing.jte", new ClosingView(SampleRoom.PARIS, choices, at, affected, done));
  }

  private static boolean isHeld(BookingDiary.Line line) {
    return line.booking().state() == Booking.State.HELD;
  }

  private static SamplePage day(DayPlans.DayPlan plan) {
    return page(
        "bookings/page.jte",
        new BookingsView(
            plan.day(),
            plan.day().equals(TODAY),
            plan.day().equals(TODAY) ? null : TODAY,
            plan.day().plusDays(1),
            SampleRoom.PARIS,
            Timeline.of(plan, TODAY, SampleRoom.PARIS),
            plan.lines()));
  }

  private static DayPlans.DayPlan plan(LocalDate day, int stations, int opens, int closes) {
    List<BookingDiary.Line> lines = new ArrayList<>();
    List<DayPlans.PlacePlan> places = new ArrayList<>();
    Stretch open = new Stretch(at(day, opens), at(day, closes));
    for (int number = 1; number <= stations; number++) {
      List<Booking> held = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Booking booking = booking(number, i, day.equals(TODAY) && i == 0);
        Instant start = at(day, 13).plus(QUARTER.multipliedBy(i * 7L + number % 5));
        Booking moved = at(booking, start, number % 4 == 3 ? HOUR.dividedBy(2) : HOUR);
        held.add(moved);
        lines.add(new BookingDiary.Line(moved, SampleRoom.name(number)));
      }
      places.add(
          new DayPlans.PlacePlan(
              SampleRoom.id(number), SampleRoom.name(number), held, free(open, held)));
    }
    return new DayPlans.DayPlan(
        day,
        day.equals(TODAY) ? SampleRoom.NOW : at(day, 0),
        List.of(open),
        lines.stream().limit(12).toList(),
        places);
  }

  private static Set<Instant> free(Stretch open, List<Booking> held) {
    Set<Instant> starts = new HashSet<>();
    for (Instant start = open.opens();
        !start.plus(HOUR).isAfter(open.closes());
        start = start.plus(QUARTER)) {
      Instant from = start;
      boolean taken =
          held.stream()
              .anyMatch(
                  each -> each.startsAt().isBefore(from.plus(HOUR)) && each.endsAt().isAfter(from));
      if (!taken && !start.isBefore(SampleRoom.NOW)) {
        starts.add(start);
      }
    }
    return starts;
  }

  private static Booking booking(int number, int i, boolean begun) {
    return booking(number, i, begun ? Booking.State.BEGUN : Booking.State.HELD);
  }

  private static Booking booking(int number, int i, Booking.State state) {
    return new Booking(
        new BookingId(SampleRoom.uuid("booking" + number + "-" + i)),
        KINDS[(number + i) % KINDS.length],
        state,
        SampleRoom.id(number),
        at(TODAY, 14 + i),
        at(TODAY, 15 + i),
        SampleRoom.ticket(number * 3 + i),
        new SealedDigits("", ""),
        Set.of());
  }

  private static Booking at(Booking booking, Instant start, Duration length) {
    return new Booking(
        booking.id(),
        booking.kind(),
        booking.state(),
        booking.station(),
        start,
        start.plus(length),
        booking.ticket(),
        booking.digits(),
        booking.needs());
  }

  private static SamplePage one(Booking booking) {
    return page("bookings/one.jte", new BookingView(booking, "Poste 3", SampleRoom.PARIS));
  }

  private static SamplePage slots(
      @Nullable Booking moved, Set<StationTrait> needs, @Nullable Instant wanted) {
    List<Visits.Slot> free = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      free.add(new Visits.Slot(at(TODAY, 14).plus(QUARTER.multipliedBy(i)), HOUR));
    }
    Visits.Choices choices =
        new Visits.Choices(
            List.of(TODAY, TOMORROW),
            List.of(HOUR, HOUR.multipliedBy(2)),
            Set.of(StationTrait.values()),
            List.of(new Visits.Place(SampleRoom.id(3), "Poste 3", Set.of())));
    return page(
        "bookings/slots.jte",
        new SlotsView(
            moved,
            new UUID(1, 2),
            TODAY,
            null,
            TOMORROW,
            SampleRoom.PARIS,
            choices,
            HOUR,
            needs,
            null,
            free,
            wanted));
  }

  private static TicketView ticket() {
    return new TicketView(
        "C’est réservé",
        new BookingId(SampleRoom.uuid("ticket")),
        SampleRoom.ticket(4),
        new TicketSecret("4207"),
        "Poste 3",
        at(TODAY, 15),
        HOUR,
        SampleRoom.PARIS);
  }

  private static SamplePage page(String template, Object view) {
    return new SamplePage(template, Place.BOOKINGS, null, Map.of("view", view));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atStartOfDay(SampleRoom.PARIS).plusHours(hour).toInstant();
  }
}
