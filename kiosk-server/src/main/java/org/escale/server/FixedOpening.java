package org.escale.server;

import org.escale.server.opening.BookingPolicy;
import org.escale.server.opening.Hours;
import org.escale.server.opening.Opening;
import org.escale.server.opening.OpeningHours;

/** The opening hours and the slot length of the settings, which nobody changes. */
record FixedOpening(OpeningHours hours, BookingPolicy policy) implements Opening {

  FixedOpening(ServerConfig config) {
    this(
        OpeningHours.daily(
            config.zone(),
            new Hours(config.opening().fromMinute(), config.opening().untilMinute())),
        BookingPolicy.usual().withSlotLength(config.slotLength()));
  }
}
