package org.escale.server.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.escale.protocol.BookingId;
import org.escale.protocol.Report;
import org.escale.protocol.StationId;
import org.escale.server.guides.Guides;
import org.escale.server.sessions.OpenSessions;
import org.escale.server.sessions.Session;
import org.escale.server.usage.UsageStore.Occurrence;

/**
 * Adds what happened to the counts of the centre's days, once each, however often word of it comes.
 * Thread-safe.
 */
public final class UsageLedger {

  /** A station whose clock is further off than this is not believed about the day. */
  private static final Duration BELIEVED = Duration.ofDays(7);

  /** A report is not resent after so long. */
  private static final int OCCURRENCES_KEPT_DAYS = 60;

  private final UsageStore store;
  private final OpenSessions openSessions;
  private final Guides guides;
  private final ZoneId zone;
  private final InstantSource clock;

  public UsageLedger(
      UsageStore store,
      OpenSessions openSessions,
      Guides guides,
      ZoneId zone,
      InstantSource clock) {
    this.store = store;
    this.openSessions = openSessions;
    this.guides = guides;
    this.zone = zone;
    this.clock = clock;
  }

  /** Counts what a station says. */
  public void take(StationId station, Report report) {
    UUID id = report.id().value();
    switch (report) {
      case Report.SessionEnded ended -> store.add(ended(ended));
      case Report.HelpAsked _ -> store.add(one(id, today(), Counter.HELP_ASKED));
      case Report.Wiped(var _, var receipt) ->
          store.add(one(id, today(), receipt.clean() ? Counter.WIPES : Counter.WIPES_WITH_RESIDUE));
      case Report.StateChanged _,
          Report.SessionStarted _,
          Report.HelpCancelled _,
          Report.EmergencyCodeUsed _,
          Report.CommandResult _ -> {
        // Not counted.
      }
    }
  }

  /** Counts a slot that was booked; may be told again of the same one. */
  public void booked(BookingId booking, Instant startsAt) {
    store.add(one(booking.value(), dayOf(startsAt), Counter.BOOKINGS));
  }

  /** Counts a workshop to which somebody came; may be told again of the same one. */
  public void workshopHeld(UUID workshopDate, Instant startsAt) {
    store.add(one(workshopDate, dayOf(startsAt), Counter.WORKSHOPS));
  }

  public DayUsage of(LocalDate day) {
    return store.between(day, day).stream().findFirst().orElseGet(() -> DayUsage.none(day));
  }

  /** Every day of this stretch, both ends included, also those without counts. */
  public List<DayUsage> between(LocalDate first, LocalDate last) {
    Map<LocalDate, DayUsage> counted =
        store.between(first, last).stream().collect(Collectors.toMap(DayUsage::day, day -> day));
    return first
        .datesUntil(last.plusDays(1))
        .map(day -> counted.getOrDefault(day, DayUsage.none(day)))
        .toList();
  }

  /** Forgets which reports were counted long ago. */
  public int forgetOldOccurrences() {
    return store.forgetOccurrences(today().minusDays(OCCURRENCES_KEPT_DAYS));
  }

  /** The centre's present day. */
  public LocalDate today() {
    return dayOf(clock.instant());
  }

  private Occurrence ended(Report.SessionEnded ended) {
    LocalDate day = dayOf(believedStart(ended));
    if (ended.used().compareTo(Session.SHORTEST_VISIT) < 0) {
      return one(ended.id().value(), day, Counter.ABORTED_STARTS);
    }
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    counts.put(Counter.VISITS, 1L);
    counts.put(Counter.USED_SECONDS, ended.used().toSeconds());
    Optional<Session> session = openSessions.find(ended.session());
    if (session.filter(Session::isWalkIn).isPresent()) {
      counts.put(Counter.WALK_INS, 1L);
    }
    if (session.filter(Session::isOfWorkshop).isPresent()) {
      counts.put(Counter.WORKSHOP_VISITS, 1L);
    }
    Set<String> known =
        ended.guides().stream().filter(guides::knows).collect(Collectors.toUnmodifiableSet());
    return new Occurrence(ended.id().value(), day, counts, known);
  }

  private Instant believedStart(Report.SessionEnded ended) {
    Instant now = clock.instant();
    Duration off = Duration.between(ended.startedAt().plus(ended.used()), now).abs();
    return off.compareTo(BELIEVED) <= 0 ? ended.startedAt() : now.minus(ended.used());
  }

  private static Occurrence one(UUID id, LocalDate day, Counter counter) {
    return new Occurrence(id, day, Map.of(counter, 1L), Set.of());
  }

  private LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
