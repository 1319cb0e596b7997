package org.escale.server.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.escale.server.booking.BookedVisits;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.HeldBookings;
import org.escale.server.booking.Places;

/**
 * What time alone brings about. {@link #everyMinute} and {@link #everyDay} may be called at will.
 */
public final class Upkeep {

  /** By then a granted booking has its session, or whoever asked for it has stopped half-way. */
  private static final Duration HALF_DONE = Duration.ofMinutes(2);

  private final SessionStore store;
  private final HeldBookings heldBookings;
  private final BookedVisits visits;
  private final BookingDiary diary;
  private final Places places;
  private final Holds holds;
  private final InstantSource clock;
  private final Duration keptFor;

  /**
   * @param keptFor how long a row with station, start and end is kept; the counts stay
   */
  public Upkeep(
      SessionStore store,
      HeldBookings heldBookings,
      BookedVisits visits,
      BookingDiary diary,
      Places places,
      Holds holds,
      InstantSource clock,
      Duration keptFor) {
    this.store = store;
    this.heldBookings = heldBookings;
    this.visits = visits;
    this.diary = diary;
    this.places = places;
    this.holds = holds;
    this.clock = clock;
    this.keptFor = keptFor;
  }

  public void everyMinute() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    heldBookings.releaseNoShows();
    giveBackHalfDone(now);
    giveUpNeverOpened(now);
    holds.refresh();
  }

  /** Forgets what has been kept long enough. */
  public int everyDay() {
    Instant before = clock.instant().minus(keptFor);
    return store.purge(before) + diary.purge(before);
  }

  private void giveBackHalfDone(Instant now) {
    for (Booking booking : diary.since(now.minus(Duration.ofDays(1)))) {
      if (booking.state() == Booking.State.BEGUN
          && booking.startsAt().isBefore(now.minus(HALF_DONE))
          && store.openFor(booking.id()).isEmpty()) {
        visits.notOpened(booking.id());
      }
    }
  }

  /** Told to open, and never heard of again: the station waits for visitors, or time is over. */
  private void giveUpNeverOpened(Instant now) {
    for (Session session : store.open()) {
      if (session.state() != Session.State.GRANTED) {
        continue;
      }
      boolean waited = session.grantedAt().isBefore(now.minus(HALF_DONE));
      if (isOver(session, now) || (waited && places.obstacle(session.station()).isEmpty())) {
        if (session.booking() != null) {
          visits.notOpened(session.booking());
        }
        store.notOpened(session.id(), now);
      }
    }
  }

  private boolean isOver(Session session, Instant now) {
    return session.booking() == null
        || diary
            .find(session.booking())
            .map(booking -> !booking.isOpen() || booking.endsAt().isBefore(now))
            .orElse(true);
  }
}
