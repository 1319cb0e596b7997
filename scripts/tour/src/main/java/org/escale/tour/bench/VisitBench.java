package org.escale.tour.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escale.tour.room.Room;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Eyes;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.escale.tour.story.Visitor;

/**
 * How long a visitor waits for a browser and for the erased screen, and how much memory each part
 * takes. The clock starts at the press and stops at what is seen on the station's screen.
 */
public final class VisitBench {

  private static final int VISITS = 10;
  private static final double MILLION = 1_000_000;

  private final Room room;
  private final Mediator mediator;
  private final Path repository;
  private final PrintStream out;
  private final List<Double> unlockMs = new ArrayList<>();
  private final List<Double> endMs = new ArrayList<>();
  private final List<Measure> memory = new ArrayList<>();

  public VisitBench(Room room, Mediator mediator, Path repository, PrintStream out) {
    this.room = room;
    this.mediator = mediator;
    this.repository = repository;
    this.out = out;
  }

  public void run() throws IOException {
    StationProgram station = new Tour(room, mediator, out).openTheCentre(Tour.newPassphrase());
    Visitor visitor = new Visitor(room.display(), new Eyes(station.descriptionPath()));
    // The first visit warms the disk cache and the programs; it is not counted.
    for (int visit = 0; visit <= VISITS; visit++) {
      oneVisit(station, visitor, visit);
    }
    List<Measure> measures = new ArrayList<>();
    measures.add(
        new Measure(
            "unlock to usable browser, median of " + VISITS,
            Median.of(unlockMs),
            "ms",
            Aim.under(2000)));
    measures.add(
        new Measure(
            "end to welcome screen, median of " + VISITS, Median.of(endMs), "ms", Aim.under(1500)));
    measures.addAll(memory);
    new BenchReport("visit", repository).publish(measures, out);
  }

  private void oneVisit(StationProgram station, Visitor visitor, int visit) throws IOException {
    visitor.sees("language");
    mediator.watchRoom();
    mediator.awaitState(Tour.STATION, "free");
    long pressed = System.nanoTime();
    mediator.unlock(Tour.STATION, 60);
    visitor.sees("session");
    long usable = System.nanoTime();
    if (visit == VISITS) {
      measureMemory(station);
    }
    visitor.presses("end");
    visitor.sees("ending");
    visitor.canPress("leave");
    long left = System.nanoTime();
    visitor.presses("leave");
    visitor.sees("language");
    long welcome = System.nanoTime();
    if (visit > 0) {
      unlockMs.add((usable - pressed) / MILLION);
      endMs.add((welcome - left) / MILLION);
    }
  }

  private void measureMemory(StationProgram station) throws IOException {
    addMemory("server", room.server().pid());
    addMemory("agent", station.agentPid());
    addMemory("shell", station.shellPid());
    addMemory("visit display", station.visitDisplayPid());
  }

  private void addMemory(String program, long pid) throws IOException {
    ResidentMemory resident = ResidentMemory.of(pid);
    memory.add(new Measure("memory of " + program + ", Rss", resident.rssMb(), "MB", null));
    memory.add(new Measure("memory of " + program + ", Pss", resident.pssMb(), "MB", null));
  }
}
