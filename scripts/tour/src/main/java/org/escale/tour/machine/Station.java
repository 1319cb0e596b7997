package org.escale.tour.machine;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.escale.tour.room.Await;
import org.escale.tour.room.Centre;
import org.escale.tour.room.RoomException;
import org.escale.tour.story.Eyes;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.escale.tour.story.Visitor;

/** The station on the PC, its visitor before it, and the mediator of its centre. */
final class Station {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Centre centre;
  private final Mediator mediator;
  private final PcFiles files;
  private final Accelerator accelerator;
  private final Path picturesDir;
  private Pc pc;
  private MonitorHands hands;
  private Visitor visitor;
  private int pictures;

  /** Presses the power button for the first time. */
  Station(
      Centre centre, Mediator mediator, PcFiles files, Accelerator accelerator, Path picturesDir) {
    this.centre = centre;
    this.mediator = mediator;
    this.files = files;
    this.accelerator = accelerator;
    this.picturesDir = picturesDir;
    this.pc = start();
    this.hands = new MonitorHands(pc.monitor());
    this.visitor = visitorOf(pc, hands, accelerator);
  }

  void powerOnAgain() {
    pc = start();
    hands = new MonitorHands(pc.monitor());
    visitor = visitorOf(pc, hands, accelerator);
  }

  private static Visitor visitorOf(Pc pc, MonitorHands hands, Accelerator accelerator) {
    Eyes eyes = new Eyes(new ShellOfPc(pc.root(), accelerator.betweenLooks()));
    return new Visitor(hands, eyes, accelerator.patience());
  }

  private Pc start() {
    return centre.add(() -> Pc.powerOn(centre.folders(), files, accelerator));
  }

  Duration patience() {
    return accelerator.patience();
  }

  Pc pc() {
    return pc;
  }

  PcFiles files() {
    return files;
  }

  RootLine root() {
    return pc.root();
  }

  VisitOfPc visit() {
    return new VisitOfPc(pc.root());
  }

  MonitorHands hands() {
    return hands;
  }

  Visitor visitor() {
    return visitor;
  }

  Mediator mediator() {
    return mediator;
  }

  Centre centre() {
    return centre;
  }

  URI server() {
    return centre.server().console();
  }

  Running running() {
    return Running.look(pc.root());
  }

  /** For a screen that takes longer than any in a visit. */
  void awaitScreen(String name, Duration patience) {
    Await.until(
        "the screen '" + name + "'",
        patience,
        BETWEEN_LOOKS,
        () -> {
          if (!pc.isOn()) {
            throw new RoomException("the machine has switched itself off");
          }
          return visitor.seesNow(name);
        });
  }

  /** A mediator unlocks; ends when the session stands there. Gives the ticket's digits. */
  String openVisit() {
    visitor.sees("language");
    mediator.watchRoom();
    mediator.awaitState(Tour.STATION, "free");
    mediator.unlock(Tour.STATION, 60);
    visitor.sees("session");
    return visitor.notesDigits();
  }

  /** From the session to the first screen. */
  void endVisit() {
    visitor.presses("end");
    visitor.sees("ending");
    visitor.presses("leave");
    visitor.sees("language");
  }

  /** Gives where it is. */
  Path picture(String name) {
    pictures++;
    Path path = picturesDir.resolve("%02d-%s.png".formatted(pictures, name));
    pc.picture(path);
    return path;
  }
}
