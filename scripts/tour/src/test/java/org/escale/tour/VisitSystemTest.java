package org.escale.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomFolders;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.junit.jupiter.api.Test;

/** Needs root: real users, networks, control groups and displays. */
class VisitSystemTest {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void playsOneWholeVisitAndCountsIt() {
    RoomFolders folders = RoomFolders.ofRoom(REPOSITORY, REPOSITORY.resolve("target/tour"));
    try (Room room = Room.open(folders, false);
        Mediator mediator = Mediator.sitDown(room)) {
      Tour tour = new Tour(room, mediator, System.out);
      StationProgram station = tour.openTheCentre(Tour.newPassphrase());

      tour.play(station);

      Map<String, String> counts = mediator.usageToday();
      assertThat(counts)
          .containsEntry("Visites", "1")
          .containsEntry("Demandes d’aide", "1")
          // One was used; one in each language was given back.
          .containsEntry("Créneaux réservés", "4")
          .containsEntry("Effacements incomplets", "0")
          .containsEntry("Déclarer vos ressources à la Caf", "1");
      assertThat(room.server().log()).doesNotContain("1200", "1150", "1180", "attestation");
      assertThat(station.log()).doesNotContain("1200", "1150", "1180", "attestation", "caf.fr");
    }
  }
}
