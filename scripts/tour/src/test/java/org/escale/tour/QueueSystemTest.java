package org.escale.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Needs root, as {@code scripts/run} does. At its end the station is a reception. */
@Order(4)
@ExtendWith(OneRoom.class)
class QueueSystemTest {

  @Test
  void callsWhoWaitsShortensHerVisitWhenTheCentreClosesAndReceives(OpenRoom open) {
    Map<String, Integer> counts = open.counted(() -> open.tour().playQueue(open.station()));

    assertThat(counts)
        // One at the desk, one at the reception.
        .containsEntry("Créneaux réservés", 2)
        // The other station when it started, and this one after its visit.
        .containsEntry("Effacements prouvés", 2)
        .containsEntry("Effacements incomplets", 0);
  }
}
