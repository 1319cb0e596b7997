package org.escale.client.station;

import java.util.ArrayList;
import java.util.List;

/** The station after an event, and what it does about it. */
public record Transition(Station station, List<StationEffect> effects) {

  public Transition {
    effects = List.copyOf(effects);
  }

  /** The same, and one thing more. */
  public Transition and(StationEffect effect) {
    List<StationEffect> more = new ArrayList<>(effects);
    more.add(effect);
    return new Transition(station, more);
  }
}
