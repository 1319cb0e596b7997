package org.escale.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Needs root: real users, networks, control groups and displays. */
@Order(2)
@ExtendWith(OneRoom.class)
class VisitSystemTest {

  @Test
  void playsOneWholeVisitAndCountsIt(OpenRoom open) {
    Map<String, Integer> counts = open.counted(() -> open.tour().play(open.station()));

    assertThat(counts)
        .containsEntry("Visites", 1)
        .containsEntry("Demandes d’aide", 1)
        // One was used; one in each language was given back.
        .containsEntry("Créneaux réservés", 4)
        .containsEntry("Effacements incomplets", 0)
        .containsEntry("Déclarer vos ressources à la Caf", 1);
    assertThat(open.room().server().log()).doesNotContain("1200", "1150", "1180", "attestation");
    assertThat(open.station().log())
        .doesNotContain("1200", "1150", "1180", "attestation", "caf.fr");
  }
}
