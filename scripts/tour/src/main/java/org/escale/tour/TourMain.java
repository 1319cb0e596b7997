package org.escale.tour;

import com.microsoft.playwright.PlaywrightException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.escale.tour.bench.VisitBench;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomCleaning;
import org.escale.tour.room.RoomException;
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

  @Option(names = "--once", description = "Play one visit and end.")
  private boolean once;

  @Option(names = "--clean", description = "Remove what earlier rooms made on this machine.")
  private boolean clean;

  @Option(
      names = "--rehearsal",
      description = "Without root: the same programs in a window, and nothing is protected.")
  private boolean rehearsal;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new TourMain())
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  if (!(failure instanceof RoomException
                      || failure instanceof PlaywrightException)) {
                    throw failure;
                  }
                  line.getErr().println("  ✗ " + failure.getMessage());
                  return CommandLine.ExitCode.SOFTWARE;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (clean) {
      RoomCleaning.clean(REPOSITORY);
      out.println("Everything that the room made on this machine is removed.");
      return CommandLine.ExitCode.OK;
    }
    boolean inWindow = !once && !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    try (Room room = open(inWindow);
        Mediator mediator = mediatorOf(room)) {
      Tour tour = new Tour(room, mediator, out);
      String passphrase = Tour.newPassphrase();
      StationProgram station = tour.openTheCentre(passphrase);
      if (!inWindow && !rehearsal) {
        tour.play(station);
      }
      if (!once) {
        tour.invite(passphrase);
        untilStopped(room);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private Room open(boolean inWindow) {
    return rehearsal ? Room.rehearse(REPOSITORY, inWindow) : Room.open(REPOSITORY, inWindow);
  }

  @Command(name = "bench", description = "Measures.")
  int bench(@Parameters(paramLabel = "NAME") String name) throws Exception {
    if (!name.equals("visit")) {
      throw new RoomException("There is no bench '" + name + "'; there is: visit.");
    }
    try (Room room = Room.openForBench(REPOSITORY);
        Mediator mediator = mediatorOf(room)) {
      new VisitBench(room, mediator, REPOSITORY, out).run();
    }
    return CommandLine.ExitCode.OK;
  }

  private static Mediator mediatorOf(Room room) {
    return Mediator.sitDown(
        room.server().console(),
        room.folders().room().resolve("mediator"),
        room.server().authorityPath());
  }

  private static void untilStopped(Room room) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, main), "stop"));
    while (room.display().open() && !stopped.await(1, TimeUnit.SECONDS)) {
      // Until the window is closed or somebody stops the program.
    }
  }

  private static void stop(CountDownLatch stopped, Thread main) {
    stopped.countDown();
    try {
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
