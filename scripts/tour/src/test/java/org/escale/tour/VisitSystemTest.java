package org.escale.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.escale.tour.room.Await;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomFolders;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Eyes;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.escale.tour.story.Visitor;
import org.junit.jupiter.api.Test;

/** Needs root: real users, networks, control groups and displays. */
class VisitSystemTest {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void playsOneWholeVisitAndCountsIt() {
    try (Room room = Room.open(folders("target/tour"), false);
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

  @Test
  void keepsTheSessionWhenTheShellIsKilledAndEndsItWhenTheAgentIs() {
    try (Room room = Room.open(folders("target/tour-broken"), false);
        Mediator mediator = Mediator.sitDown(room)) {
      StationProgram station =
          new Tour(room, mediator, System.out).openTheCentre(Tour.newPassphrase());
      Visitor visitor = new Visitor(room.display(), new Eyes(station.descriptionPath()));
      visitor.sees("language");
      mediator.unlock(Tour.STATION, 60);
      visitor.sees("session");

      long killed = station.shellPid();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      Await.until("a new shell", PATIENCE, () -> station.shellPid() != killed);
      visitor.sees("session");
      mediator.awaitState(Tour.STATION, "busy");

      station.killAgent();
      Await.until("the visit to be gone", PATIENCE, () -> !station.visitRuns());
      station.start();
      mediator.awaitState(Tour.STATION, "free");
      visitor.sees("language");
      assertThat(mediator.usageToday())
          .containsEntry("Visites", "0")
          .containsEntry("Ouvertures sans suite (moins d’une minute)", "1");
    }
  }

  private static RoomFolders folders(String pictures) {
    return RoomFolders.ofRoom(REPOSITORY, REPOSITORY.resolve(pictures));
  }
}
