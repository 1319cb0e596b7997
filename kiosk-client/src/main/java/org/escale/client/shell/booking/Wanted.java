package org.escale.client.shell.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor needs of a computer; most need nothing of it.
 *
 * @param longer twice the usual time
 * @param place only there; null: anywhere that fits
 */
public record Wanted(Set<StationTrait> needs, boolean longer, Visits.@Nullable Place place) {

  public static final Wanted NOTHING = new Wanted(Set.of(), false, null);

  public Wanted {
    needs = Set.copyOf(needs);
  }

  /** The same, with a need more or less. */
  Wanted turned(StationTrait need) {
    EnumSet<StationTrait> next = EnumSet.noneOf(StationTrait.class);
    next.addAll(needs);
    if (!next.remove(need)) {
      next.add(need);
    }
    return new Wanted(next, longer, place);
  }

  Wanted turnedLonger() {
    return new Wanted(needs, !longer, place);
  }

  Wanted at(Visits.@Nullable Place next) {
    return new Wanted(needs, longer, next);
  }

  public boolean isNothing() {
    return equals(NOTHING);
  }

  public @Nullable StationId station() {
    return place == null ? null : place.station();
  }

  /** The usual length, or the longer one where there is one. */
  public Duration length(Visits.Choices choices) {
    return longer ? choices.lengths().getLast() : choices.lengths().getFirst();
  }

  Visits.SlotsWish on(LocalDate day, Visits.Choices choices) {
    return Visits.SlotsWish.of(day, length(choices), needs, station());
  }
}
