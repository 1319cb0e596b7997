package org.escale.server.sessions;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.BookingId;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.StationId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.HeldBookings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each station told of the ticket it waits for. Tells only what has changed, so it may be
 * asked as often as one likes. Thread-safe; sends while it holds its lock.
 */
public final class Holds {

  /** A station says whom it waits for from this long before the slot. */
  private static final Duration AHEAD = Duration.ofMinutes(15);

  private final HeldBookings heldBookings;
  private final BookingDiary diary;
  private final StationCommands stations;
  private final InstantSource clock;

  /** What each station was told last; a station without an entry waits for nobody. */
  private final Map<StationId, BookingId> told = new HashMap<>();

  private final Set<StationId> present = new HashSet<>();

  public Holds(
      HeldBookings heldBookings,
      BookingDiary diary,
      StationCommands stations,
      InstantSource clock) {
    this.heldBookings = heldBookings;
    this.diary = diary;
    this.stations = stations;
    this.clock = clock;
  }

  /** Tells every station whose ticket is another than before. */
  public synchronized void refresh() {
    Map<StationId, Booking> wanted = diary.heldUntil(AHEAD);
    wanted.forEach(
        (station, booking) -> {
          if (!booking.id().equals(told.get(station))) {
            tell(station, booking);
          }
        });
    for (StationId station : Map.copyOf(told).keySet()) {
      if (!wanted.containsKey(station)) {
        tell(station, null);
      }
    }
  }

  /** Whether this station is connected; one that was not before knows nothing, or something old. */
  public synchronized void present(StationId station, boolean connected) {
    if (!connected) {
      present.remove(station);
    } else if (present.add(station)) {
      tellAgain(station);
    }
  }

  /** This station may have forgotten whom it waits for. */
  public synchronized void tellAgain(StationId station) {
    told.remove(station);
    tell(station, diary.heldUntil(AHEAD).get(station));
  }

  /** The tickets that stations wait for, for the room page. */
  public Map<StationId, Booking> held() {
    return diary.heldUntil(AHEAD);
  }

  private void tell(StationId station, @Nullable Booking booking) {
    Command.Hold hold =
        booking == null
            ? new Command.Hold(CommandId.random(), null, null)
            : new Command.Hold(
                CommandId.random(),
                booking.ticket(),
                Duration.between(clock.instant(), booking.startsAt()),
                Duration.between(clock.instant(), heldBookings.keptUntil(booking)));
    if (stations.send(station, hold).isEmpty()) {
      // It is told when it connects.
      told.remove(station);
    } else if (booking == null) {
      told.remove(station);
    } else {
      told.put(station, booking.id());
    }
  }
}
