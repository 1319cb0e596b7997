package org.escale.tour;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomFolders;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;

/** A room whose centre is open: its one station is free. */
record OpenRoom(Room room, Mediator mediator, Tour tour, StationProgram station)
    implements AutoCloseable {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  static OpenRoom open() {
    Room room = Room.open(RoomFolders.ofRoom(REPOSITORY, REPOSITORY.resolve("target/tour")), false);
    try {
      Mediator mediator = Mediator.sitDown(room);
      Tour tour = new Tour(room, mediator, System.out);
      return new OpenRoom(room, mediator, tour, tour.openTheCentre(Tour.newPassphrase()));
    } catch (RuntimeException e) {
      room.close();
      throw e;
    }
  }

  /** How much each of today's counts grew meanwhile. */
  Map<String, Integer> counted(Runnable meanwhile) {
    Map<String, Integer> before = countsToday();
    mediator.watchRoom();
    meanwhile.run();
    Map<String, Integer> grown = new HashMap<>(countsToday());
    before.forEach((label, count) -> grown.merge(label, -count, Integer::sum));
    return grown;
  }

  /** Times are not counts. */
  private Map<String, Integer> countsToday() {
    return mediator.usageToday().entrySet().stream()
        .filter(row -> row.getValue().matches("\\d+"))
        .collect(Collectors.toMap(Map.Entry::getKey, row -> Integer.valueOf(row.getValue())));
  }

  @Override
  public void close() {
    mediator.close();
    room.close();
  }
}
