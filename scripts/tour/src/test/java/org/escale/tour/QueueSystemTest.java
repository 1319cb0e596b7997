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

/** Needs root, as {@code scripts/run} does. */
class QueueSystemTest {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void callsWhoWaitsShortensHerVisitWhenTheCentreClosesAndReceives() {
    RoomFolders folders = RoomFolders.ofRoom(REPOSITORY, REPOSITORY.resolve("target/tour-queue"));
    try (Room room = Room.open(folders, false);
        Mediator mediator = Mediator.sitDown(room)) {
      Tour tour = new Tour(room, mediator, System.out);
      StationProgram station = tour.openTheCentre(Tour.newPassphrase());

      tour.playQueue(station);

      Map<String, String> counts = mediator.usageToday();
      assertThat(counts)
          // One at the desk, one at the reception.
          .containsEntry("Créneaux réservés", "2")
          // Both stations when they started, and one after its visit.
          .containsEntry("Effacements prouvés", "3")
          .containsEntry("Effacements incomplets", "0");
    }
  }
}
