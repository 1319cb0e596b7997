package org.escale.tour;

import com.microsoft.playwright.PlaywrightException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.escale.tour.bench.AgentBench;
import org.escale.tour.bench.LockBench;
import org.escale.tour.bench.VisitBench;
import org.escale.tour.bench.WipeBench;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomException;
import org.escale.tour.room.RoomFolders;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code scripts/run} and {@code scripts/bench} start, in the checkout and as root. */
@Command(name = "scripts/run", description = "Shows a whole room on this machine.")
public final class TourMain implements Callable<Integer> {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final List<String> BENCHES = List.of("visit", "wipe", "agent", "lock");

  @Option(names = "--once", description = "Play one visit and end.")
  private boolean once;

  @Option(
      names = "--rehearsal",
      description = "Without root: the same programs in a window, and nothing is protected.")
  private boolean rehearsal;

  @Option(
      names = "--pictures",
      paramLabel = "FOLDER",
      defaultValue = "target/tour",
      description = "Where the pictures of the visit go (${DEFAULT-VALUE}).")
  private Path pictures = Path.of("target/tour");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Stopping stopping = new Stopping(out);

  public static void main(String[] arguments) {
    TourMain tour = new TourMain();
    int exitCode =
        new CommandLine(tour)
            .setExecutionExceptionHandler((failure, line, parsed) -> tour.failed(failure, line))
            .execute(arguments);
    tour.stopping.endedByItself();
    System.exit(exitCode);
  }

  private int failed(Exception failure, CommandLine line) throws Exception {
    if (stopping.begun()) {
      // What is being stopped fails; nobody needs to know how.
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (!(failure instanceof RoomException || failure instanceof PlaywrightException)) {
      throw failure;
    }
    line.getErr().println("  ✗ " + failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean inWindow = !once && !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    if (rehearsal) {
      out.println("A rehearsal: nothing is locked or isolated. Do not type anything personal.");
    }
    try (Room room = open(inWindow);
        Mediator mediator = Mediator.sitDown(room)) {
      if (inWindow) {
        room.display().whenClosed(stopping::begin);
      }
      Tour tour = new Tour(room, mediator, out);
      String passphrase = Tour.newPassphrase();
      StationProgram station = tour.openTheCentre(passphrase);
      if (!inWindow) {
        tour.play(station);
      }
      if (!once) {
        tour.invite(passphrase);
        new CountDownLatch(1).await();
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private Room open(boolean inWindow) {
    Path picturesDir = REPOSITORY.resolve(pictures);
    return rehearsal
        ? Room.rehearse(RoomFolders.ofRehearsal(REPOSITORY, picturesDir), inWindow)
        : Room.open(RoomFolders.ofRoom(REPOSITORY, picturesDir), inWindow);
  }

  @Command(name = "bench", description = "Measures.")
  int bench(@Parameters(paramLabel = "NAME") String name) throws Exception {
    if (!BENCHES.contains(name)) {
      throw new RoomException("There is no bench '" + name + "'; there are: " + BENCHES + ".");
    }
    RoomFolders folders =
        RoomFolders.ofRoom(REPOSITORY, REPOSITORY.resolve("target/bench/pictures"));
    try (Room room = Room.open(folders, false);
        Mediator mediator = Mediator.sitDown(room)) {
      switch (name) {
        case "wipe" -> new WipeBench(room, mediator, REPOSITORY, out).run();
        case "agent" -> new AgentBench(room, mediator, REPOSITORY, out).run();
        case "lock" -> new LockBench(room, mediator, REPOSITORY, out).run();
        default -> new VisitBench(room, mediator, REPOSITORY, out).run();
      }
    }
    return CommandLine.ExitCode.OK;
  }
}
