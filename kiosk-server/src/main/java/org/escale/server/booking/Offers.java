package org.escale.server.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.escale.protocol.BookingId;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;

/** What a visitor is offered before she has asked for anything. Thread-safe. */
public final class Offers {

  private static final int SLOTS_OFFERED = 8;

  private final FreeTime freeTime;
  private final Places places;
  private final WaitingLine waiting;
  private final BookingDiary diary;
  private final InstantSource clock;

  public Offers(
      FreeTime freeTime,
      Places places,
      WaitingLine waiting,
      BookingDiary diary,
      InstantSource clock) {
    this.freeTime = freeTime;
    this.places = places;
    this.waiting = waiting;
    this.diary = diary;
    this.clock = clock;
  }

  /** What this station can offer now. */
  public Visits.Offer at(StationId station) {
    Instant now = now();
    BookingRules rules = freeTime.rules();
    FreeTime.Wanted usual = FreeTime.Wanted.anywhere(rules.policy().slotLength());
    Visits.WalkIn walkIn =
        switch (freeTime.walkIn(station, usual.length(), now)) {
          case Answer.Yes<Visits.WalkIn>(var possible) -> possible;
          case Answer.No<Visits.WalkIn>(RefusalReason _) -> null;
        };
    return new Visits.Offer(
        walkIn,
        freeTime.next(usual, now, SLOTS_OFFERED),
        waiting.placeOfANewcomer().orElse(null),
        choices(rules, now),
        rules.hours().isOpenAt(now) ? null : rules.hours().nextOpening(now).orElse(null));
  }

  /** The free slots of a day; of a booking that is to be moved, where it can go. */
  public Visits.FreeSlots slots(Visits.SlotsWish wish) {
    boolean offered =
        freeTime.rules().policy().slotLengths().contains(wish.length())
            && freeTime.rules().days(now()).contains(wish.day());
    return new Visits.FreeSlots(wish.day(), offered ? free(wish) : List.of());
  }

  private List<Visits.Slot> free(Visits.SlotsWish wish) {
    BookingId moving = wish.moving();
    Optional<Booking> moved =
        moving == null
            ? Optional.empty()
            : diary.find(moving).filter(each -> each.state() == Booking.State.HELD);
    FreeTime.Wanted wanted =
        new FreeTime.Wanted(
            wish.length(), moved.map(Booking::needs).orElse(wish.needs()), wish.station());
    return moved
        .map(booking -> freeTime.slotsInsteadOf(booking, wish.day(), wanted, now()))
        .orElseGet(() -> freeTime.slotsOf(wish.day(), wanted, now()));
  }

  /** Free slots instead of one that cannot be had, the nearest first. */
  public List<Visits.Slot> instead(Visits.Slot slot, FreeTime.Wanted wanted) {
    return freeTime.rules().policy().slotLengths().contains(slot.length())
        ? freeTime.near(slot.start(), wanted, now())
        : List.of();
  }

  private Visits.Choices choices(BookingRules rules, Instant now) {
    List<Places.Place> bookable = places.bookablePlaces();
    Set<StationTrait> needs = new TreeSet<>();
    bookable.forEach(place -> needs.addAll(place.traits()));
    return new Visits.Choices(
        rules.days(now),
        rules.policy().slotLengths(),
        needs,
        bookable.stream()
            .map(place -> new Visits.Place(place.station(), place.name(), place.traits()))
            .toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
