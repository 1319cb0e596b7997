package org.escale.server.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.BookingId;
import org.escale.protocol.StationTrait;
import org.escale.server.booking.BookingRules;
import org.escale.server.booking.Places.Place;
import org.escale.server.opening.Stretch;

/** Who is called to which station, and how long the others will wait. Pure. */
final class QueueRules {

  /** Somebody in the queue. */
  record Waiting(BookingId ticket, Set<StationTrait> needs, Duration length) {

    Waiting {
      needs = Set.copyOf(needs);
    }

    boolean needsWheelchairAccess() {
      return needs.contains(StationTrait.WHEELCHAIR_ACCESS);
    }
  }

  /** This ticket is called to this station. */
  record Call(BookingId ticket, Place place) {}

  /**
   * Gives each free station to the first in line whom it fits. Stations that a wheelchair reaches
   * go first to those who wait for one; nobody else is passed over.
   *
   * @param line in order of arrival
   */
  static List<Call> calls(List<Waiting> line, List<Place> free) {
    List<Place> left = new ArrayList<>(free);
    List<Call> calls = new ArrayList<>();
    List<Waiting> inTurn =
        line.stream()
            .sorted(Comparator.comparing((Waiting each) -> !each.needsWheelchairAccess()))
            .toList();
    for (Waiting waiting : inTurn) {
      bestFor(waiting, left, line)
          .ifPresent(
              place -> {
                left.remove(place);
                calls.add(new Call(waiting.ticket(), place));
              });
    }
    return calls;
  }

  /**
   * When each ticket is thought to be called, if nobody leaves early and nobody stays away: honest
   * rather than hopeful. A ticket that is missing has no station in sight before closing.
   *
   * @param line in order of arrival
   */
  static Map<BookingId, Instant> expected(List<Waiting> line, List<Prospect> prospects) {
    List<Waiting> left = new ArrayList<>(line);
    List<Prospect> open =
        new ArrayList<>(
            prospects.stream()
                .map(each -> new Prospect(each.place(), longEnough(each.free())))
                .toList());
    Map<BookingId, Instant> expected = new HashMap<>();
    while (!left.isEmpty()) {
      open.removeIf(each -> each.free().isEmpty());
      Optional<Instant> next = open.stream().map(Prospect::from).min(Comparator.naturalOrder());
      if (next.isEmpty()) {
        break;
      }
      List<Prospect> now = open.stream().filter(each -> each.from().equals(next.get())).toList();
      open.removeAll(now);
      // The line only gets shorter, so whom a station does not fit now it will not fit later.
      for (Call call : calls(left, now.stream().map(Prospect::place).toList())) {
        Waiting called = taken(call.ticket(), left);
        expected.put(called.ticket(), next.get());
        now.stream()
            .filter(each -> each.place().equals(call.place()))
            .map(each -> new Prospect(each.place(), after(each.free(), called.length())))
            .forEach(open::add);
      }
    }
    return expected;
  }

  private static Waiting taken(BookingId ticket, List<Waiting> line) {
    Waiting called =
        line.stream().filter(each -> each.ticket().equals(ticket)).findFirst().orElseThrow();
    line.remove(called);
    return called;
  }

  /** The station that takes least away from the others. */
  private static Optional<Place> bestFor(Waiting waiting, List<Place> free, List<Waiting> line) {
    return free.stream()
        .filter(place -> place.fits(waiting.needs()))
        .min(
            Comparator.comparing(
                    (Place place) ->
                        place.traits().contains(StationTrait.WHEELCHAIR_ACCESS)
                            && !waiting.needsWheelchairAccess())
                .thenComparingLong(place -> othersWhoNeed(place, waiting, line))
                .thenComparingInt(place -> place.traits().size()));
  }

  private static long othersWhoNeed(Place place, Waiting waiting, List<Waiting> line) {
    return line.stream()
        .filter(other -> !other.ticket().equals(waiting.ticket()))
        .filter(other -> !other.needs().isEmpty() && place.fits(other.needs()))
        .count();
  }

  /** What is left when a visit of this length has taken the beginning. */
  private static List<Stretch> after(List<Stretch> stretches, Duration visit) {
    List<Stretch> rest = new ArrayList<>(stretches);
    Stretch first = rest.removeFirst();
    Instant end = first.opens().plus(visit);
    if (end.isBefore(first.closes())) {
      rest.addFirst(new Stretch(end, first.closes()));
    }
    return longEnough(rest);
  }

  private static List<Stretch> longEnough(List<Stretch> stretches) {
    return stretches.stream()
        .filter(
            each ->
                Duration.between(each.opens(), each.closes())
                        .compareTo(BookingRules.SHORTEST_WALK_IN)
                    >= 0)
        .toList();
  }

  private QueueRules() {}
}
