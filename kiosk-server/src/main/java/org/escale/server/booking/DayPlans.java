package org.escale.server.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.server.opening.Stretch;

/** Today and the days that can be booked, as staff looks at them. Thread-safe. */
public final class DayPlans {

  private final FreeTime freeTime;
  private final BookingDiary diary;
  private final Places places;
  private final InstantSource clock;

  public DayPlans(FreeTime freeTime, BookingDiary diary, Places places, InstantSource clock) {
    this.freeTime = freeTime;
    this.diary = diary;
    this.places = places;
    this.clock = clock;
  }

  /**
   * One day of the room.
   *
   * @param now the moment at which it was so
   * @param open when the centre is open on this day
   * @param lines what was booked and taken on this day, by start
   */
  public record DayPlan(
      LocalDate day,
      Instant now,
      List<Stretch> open,
      List<BookingDiary.Line> lines,
      List<PlacePlan> places) {

    public DayPlan {
      open = List.copyOf(open);
      lines = List.copyOf(lines);
      places = List.copyOf(places);
    }
  }

  /**
   * One station on this day.
   *
   * @param held what keeps others from it, by start
   * @param freeStarts where a usual slot can still begin
   */
  public record PlacePlan(
      StationId station, String name, List<Booking> held, Set<Instant> freeStarts) {

    public PlacePlan {
      held = List.copyOf(held);
      freeStarts = Set.copyOf(freeStarts);
    }
  }

  public LocalDate today() {
    return freeTime.rules().dayOf(now());
  }

  /** Today and the days after it that can be booked. */
  public List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>(freeTime.rules().days(now()));
    if (!days.contains(today())) {
      days.addFirst(today());
    }
    return days;
  }

  public DayPlan of(LocalDate day) {
    Instant now = now();
    BookingRules rules = freeTime.rules();
    List<BookingDiary.Line> lines = diary.on(day);
    List<PlacePlan> plans = new ArrayList<>();
    for (Places.Place place : places.bookablePlaces()) {
      FreeTime.Wanted wanted =
          new FreeTime.Wanted(rules.policy().slotLength(), Set.of(), place.station());
      Set<Instant> starts =
          freeTime.slotsOf(day, wanted, now).stream()
              .map(Visits.Slot::start)
              .collect(Collectors.toUnmodifiableSet());
      plans.add(
          new PlacePlan(place.station(), place.name(), heldAt(place.station(), lines), starts));
    }
    plans.addAll(otherwiseTaken(lines, plans));
    return new DayPlan(day, now, rules.hours().on(day), lines, plans);
  }

  /** What a visitor may choose from on this day. */
  public Visits.Choices choices() {
    Set<StationTrait> needs = new TreeSet<>();
    List<Places.Place> bookable = places.bookablePlaces();
    bookable.forEach(place -> needs.addAll(place.traits()));
    return new Visits.Choices(
        days(),
        freeTime.rules().policy().slotLengths(),
        needs,
        bookable.stream()
            .map(place -> new Visits.Place(place.station(), place.name(), place.traits()))
            .toList());
  }

  /** The free slots of this day, soonest first. */
  public List<Visits.Slot> free(LocalDate day, FreeTime.Wanted wanted) {
    return freeTime.slotsOf(day, wanted, now());
  }

  public String nameOf(StationId station) {
    return places.nameOf(station);
  }

  /** Stations that cannot be booked now but are held on this day all the same. */
  private static List<PlacePlan> otherwiseTaken(
      List<BookingDiary.Line> lines, List<PlacePlan> shown) {
    Set<StationId> known =
        shown.stream().map(PlacePlan::station).collect(Collectors.toUnmodifiableSet());
    List<PlacePlan> others = new ArrayList<>();
    Set<StationId> added = new HashSet<>(known);
    for (BookingDiary.Line line : lines) {
      StationId station = line.booking().station();
      if (line.booking().holdsTime() && added.add(station)) {
        others.add(new PlacePlan(station, line.stationName(), heldAt(station, lines), Set.of()));
      }
    }
    return others;
  }

  private static List<Booking> heldAt(StationId station, List<BookingDiary.Line> lines) {
    return lines.stream()
        .map(BookingDiary.Line::booking)
        .filter(booking -> booking.station().equals(station) && booking.holdsTime())
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
