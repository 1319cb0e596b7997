package org.escale.client.shell.booking;

import java.util.Map;
import org.escale.client.shell.journey.Surroundings;
import org.escale.protocol.Visits.Slot;

/**
 * A ticket in words, for the visitor's own telephone: what she would write down herself. Nothing in
 * it says who she is, and there is nothing to open.
 */
final class TicketText {

  /** Spaces that keep words together take more of a code's room than spaces, for nothing. */
  static String of(Surroundings around, String... lines) {
    return (around.about().centreName() + "\n" + String.join("\n", lines))
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  /** Day, start and end. */
  static String when(Slot slot, Surroundings around) {
    return around
        .words()
        .of(
            "booked.when",
            Map.of(
                "day", around.words().day(slot.start(), around.about().zone()),
                "start", around.time(slot.start()),
                "end", around.time(slot.start().plus(slot.length()))));
  }

  private TicketText() {}
}
