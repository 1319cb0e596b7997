package org.escale.tour.machine;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.escale.tour.room.Centre;
import org.escale.tour.room.RoomException;
import org.escale.tour.room.RoomFolders;
import org.escale.tour.story.Mediator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What {@code scripts/machine} starts, in the checkout and as root. */
@Command(
    name = "scripts/machine",
    description = "Tries the provisioned station on a machine that really starts.")
public final class MachineMain implements Callable<Integer> {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final Path MADE = REPOSITORY.resolve("target/machine");
  private static final List<String> ALL =
      List.of("check", "keys", "visit", "memory", "stick", "cut");

  @Parameters(
      paramLabel = "NAME",
      description = "What to try: check, keys, visit, memory, stick, cut.")
  private List<String> chosen = new ArrayList<>();

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new MachineMain()).execute(arguments));
  }

  @Override
  public Integer call() {
    if (!ALL.containsAll(chosen)) {
      throw new RoomException("There are only: " + ALL + ".");
    }
    Accelerator accelerator = Accelerator.ofThisMachine();
    out.println("The station's machine: " + accelerator.words() + ".");
    Finds finds = new Finds(out);
    RoomFolders folders = RoomFolders.ofMachine(REPOSITORY, MADE.resolve("pictures"));
    try (Centre centre = new Centre(folders);
        Mediator mediator =
            Mediator.sitDown(
                folders, centre.server(), (double) accelerator.patience().toMillis())) {
      PcFiles files = PcFiles.copy(MADE, folders.room());
      Instant poweredOn = Instant.now();
      Station station = new Station(centre, mediator, files, accelerator, folders.pictures());
      finds.chapter("It starts", () -> new StartTrial(station, finds).run(poweredOn));
      (chosen.isEmpty() ? ALL : chosen).forEach(name -> tryOut(name, station, finds));
    }
    out.println(finds.allHold() ? "Everything holds." : "Not everything holds.");
    return finds.allHold() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static void tryOut(String name, Station station, Finds finds) {
    switch (name) {
      case "check" ->
          finds.chapter("What the installation closes", () -> new CheckTrial(station, finds).run());
      case "keys" ->
          finds.chapter(
              "Keys, nobody there",
              () -> {
                KeysTrial keys = new KeysTrial(station, finds);
                keys.run("Locked", "language");
                keys.sysRqWouldAnswer();
              });
      case "visit" -> finds.chapter("A visit", () -> new VisitTrial(station, finds).run());
      case "memory" -> finds.chapter("A greedy visit", () -> new MemoryTrial(station, finds).run());
      case "stick" -> finds.chapter("Sticks", () -> new StickTrial(station, finds).run());
      default -> finds.chapter("A power cut", () -> new PowerCutTrial(station, finds).run());
    }
  }
}
