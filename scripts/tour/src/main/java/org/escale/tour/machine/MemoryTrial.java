package org.escale.tour.machine;

import java.time.Duration;
import java.time.Instant;
import org.escale.tour.room.Await;
import org.escale.tour.story.Greed;

/** The visitor's programs take all they can get of 4 GB; "End" still acts. */
final class MemoryTrial {

  private final Station station;
  private final Finds finds;

  MemoryTrial(Station station, Finds finds) {
    this.station = station;
    this.finds = finds;
  }

  void run() {
    for (Greed greed : Greed.values()) {
      endUnder(greed);
    }
    finds.same(
        "the kernel killed programs of visits alone",
        "0",
        station
            .root()
            .run(
                "journalctl -k | grep 'Out of memory' | grep -vc 'Memory cgroup out of memory' ||"
                    + " true"));
  }

  private void endUnder(Greed greed) {
    Running before = before();
    station.visitor().canPress("end");
    station.visit().run(greed.script());
    Await.until(
        "a limit to be reached " + greed.words(),
        station.patience(),
        () -> station.visit().figure(greed.figure()).matches(greed.full()));
    finds.tell(
        "memory left " + greed.words(),
        station.root().run("free -m | awk '/Mem/ { print $7 \" MB\" }'"));
    Instant pressed = Instant.now();
    station.visitor().presses("end");
    station.visitor().sees("ending");
    Duration took = Duration.between(pressed, Instant.now());
    finds.tell(
        "a press on \"End\" acts, " + greed.words(),
        took.toMillis() + " ms, with looking at the screen by root's line");
    station.visitor().presses("leave");
    station.visitor().sees("language");
    finds.same("the same programs make the station, " + greed.words(), before, station.running());
    VisitTrial.proven(station, finds);
  }

  private Running before() {
    station.openVisit();
    return station.running();
  }
}
