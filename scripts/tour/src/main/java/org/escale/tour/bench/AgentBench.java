package org.escale.tour.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.escale.tour.room.Room;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Eyes;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.escale.tour.story.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * What the station's own programs take from a visitor: memory, and time of the processor while
 * nobody does anything, in Locked and in InSession.
 */
public final class AgentBench {

  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration TO_COME_TO_REST = Duration.ofSeconds(10);
  private static final int PERCENT = 100;

  private final Room room;
  private final Mediator mediator;
  private final Path repository;
  private final PrintStream out;
  private final List<Measure> measures = new ArrayList<>();

  public AgentBench(Room room, Mediator mediator, Path repository, PrintStream out) {
    this.room = room;
    this.mediator = mediator;
    this.repository = repository;
    this.out = out;
  }

  public void run() throws IOException, InterruptedException {
    StationProgram station = new Tour(room, mediator, out).openTheCentre(Tour.newPassphrase());
    Visitor visitor = new Visitor(room.display(), new Eyes(station.descriptionPath()));
    visitor.sees("language");
    // One visit first: a station that has just started is smaller than it will be all day.
    visit(visitor);
    visitor.presses("end");
    visitor.presses("leave");
    visitor.sees("language");
    measure(station, "Locked");
    visit(visitor);
    measure(station, "InSession");
    addMemory("visit display", station.visitDisplayPid(), "InSession", null);
    new BenchReport("agent", repository).publish(measures, out);
  }

  private void visit(Visitor visitor) {
    mediator.watchRoom();
    mediator.awaitState(Tour.STATION, "free");
    mediator.unlock(Tour.STATION, 60);
    visitor.sees("session");
  }

  private void measure(StationProgram station, String state)
      throws IOException, InterruptedException {
    long agent = station.agentPid();
    long shell = station.shellPid();
    Thread.sleep(TO_COME_TO_REST);
    long start = System.nanoTime();
    double agentBefore = ProcessorTime.seconds(agent);
    double shellBefore = ProcessorTime.seconds(shell);
    Thread.sleep(IDLE);
    double agentTook = ProcessorTime.seconds(agent) - agentBefore;
    double shellTook = ProcessorTime.seconds(shell) - shellBefore;
    double seconds = (System.nanoTime() - start) / 1_000_000_000.0;
    addMemory("agent", agent, state, Aim.atMost(100));
    addMemory("shell", shell, state, Aim.atMost(200));
    addShare("agent", agentTook / seconds, state, null);
    addShare("shell", shellTook / seconds, state, null);
    addShare("agent and shell", (agentTook + shellTook) / seconds, state, Aim.under(1));
  }

  private void addMemory(String program, long pid, String state, @Nullable Aim aim)
      throws IOException {
    ResidentMemory resident = ResidentMemory.of(pid);
    String what = "%s, %s, ".formatted(state, program);
    measures.add(new Measure(what + "Rss", resident.rssMb(), "MB", aim));
    measures.add(new Measure(what + "Pss", resident.pssMb(), "MB", null));
    measures.add(new Measure(what + "private", resident.privateMb(), "MB", null));
  }

  private void addShare(String program, double share, String state, @Nullable Aim aim) {
    String what = "%s, %s, idle for %d s".formatted(state, program, IDLE.toSeconds());
    measures.add(new Measure(what, share * PERCENT, "% of a core", aim));
  }
}
