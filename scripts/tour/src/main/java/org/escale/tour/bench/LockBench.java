package org.escale.tour.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.escale.tour.room.Await;
import org.escale.tour.room.InsideVisit;
import org.escale.tour.room.Room;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Eyes;
import org.escale.tour.story.Greed;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.escale.tour.story.Visitor;

/** How soon a press on "End" acts while the visitor's programs take all that they can get. */
public final class LockBench {

  private static final int TIMES = 10;

  /** What a PC of 4 GB has left when nobody sits there: the rest is the system's and Escale's. */
  private static final long SMALL_MIB = 3 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final double MILLION = 1_000_000;

  private final Room room;
  private final Mediator mediator;
  private final Path repository;
  private final PrintStream out;

  public LockBench(Room room, Mediator mediator, Path repository, PrintStream out) {
    this.room = room;
    this.mediator = mediator;
    this.repository = repository;
    this.out = out;
  }

  public void run() throws IOException {
    StationProgram station = new Tour(room, mediator, out).openTheCentre(Tour.newPassphrase());
    Visitor visitor = new Visitor(room.display(), new Eyes(station.descriptionPath()));
    List<Measure> measures = new ArrayList<>();
    for (Greed greed : Greed.values()) {
      measures.addAll(measure(greed, greed.words(), visitor));
    }
    visitor.sees("language");
    try (Balloon _ = Balloon.leaving(SMALL_MIB)) {
      String words = Greed.MEMORY_HOGS.words() + " on a PC of 4 GB";
      measures.addAll(measure(Greed.MEMORY_HOGS, words, visitor));
    }
    new BenchReport("lock", repository).publish(measures, out);
  }

  private List<Measure> measure(Greed greed, String words, Visitor visitor) {
    List<Double> tookMs = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      double took = endUnder(greed, visitor);
      out.printf(Locale.ROOT, "  %s: %.0f ms%n", words, took);
      tookMs.add(took);
    }
    String what = "press on \"End\" acts, " + words + ", ";
    return List.of(
        new Measure(what + "median of " + TIMES, Median.of(tookMs), "ms", null),
        new Measure(what + "slowest", Collections.max(tookMs), "ms", Aim.under(1000)));
  }

  private double endUnder(Greed greed, Visitor visitor) {
    visitor.sees("language");
    mediator.watchRoom();
    mediator.awaitState(Tour.STATION, "free");
    mediator.unlock(Tour.STATION, 60);
    visitor.sees("session");
    Eyes.Spot end = visitor.finds("end");
    InsideVisit.run(greed.script());
    greed.awaitFull();
    long pressed = System.nanoTime();
    visitor.clicksAt(end.x(), end.y());
    Await.until("the goodbye", PATIENCE, LOOK_EVERY, () -> visitor.seesNow("ending"));
    double took = (System.nanoTime() - pressed) / MILLION;
    visitor.presses("leave");
    return took;
  }
}
