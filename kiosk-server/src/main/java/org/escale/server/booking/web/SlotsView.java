package org.escale.server.booking.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.server.booking.Booking;
import org.escale.server.platform.words.TimeWords;
import org.jspecify.annotations.Nullable;

/**
 * Choosing a free slot: for a new booking, or for one that moves.
 *
 * @param moved the booking that moves; null for a new one
 * @param request of a new booking, so that it is made once
 * @param wanted the time that was pressed in the table; null if none was
 */
public record SlotsView(
    @Nullable Booking moved,
    UUID request,
    LocalDate day,
    @Nullable LocalDate previous,
    @Nullable LocalDate next,
    ZoneId zone,
    Visits.Choices choices,
    Duration length,
    Set<StationTrait> needs,
    @Nullable StationId station,
    List<Visits.Slot> free,
    @Nullable Instant wanted) {

  public SlotsView {
    needs = Set.copyOf(needs);
    free = List.copyOf(free);
  }

  public String path() {
    return moved == null ? "/bookings/new" : "/bookings/" + moved.id() + "/move";
  }

  public String action() {
    return moved == null ? "/bookings" : path();
  }

  /** This page for another day, with the same wishes. */
  public String on(LocalDate other) {
    StringBuilder address = new StringBuilder(path()).append("?day=").append(other);
    if (station != null) {
      address.append("&station=").append(station);
    }
    if (moved == null) {
      address.append("&length=").append(length.toMinutes());
      needs.stream().sorted().forEach(need -> address.append("&need=").append(need.name()));
    }
    return address.toString();
  }

  public String clock(Instant moment) {
    return TimeWords.clock(moment, zone);
  }

  public String lengthWords(Duration each) {
    return TimeWords.length(each);
  }

  public boolean isWanted(Visits.Slot slot) {
    return slot.start().equals(wanted);
  }
}
