package org.escale.tour.story;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.escale.tour.room.Await;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomException;
import org.escale.tour.room.StationProgram;

/**
 * One whole visit, seen to hold step by step. Fails with a {@link RoomException} at the first step
 * that does not.
 */
public final class Tour {

  public static final String STATION = "Poste 1";

  private static final String ADMIN = "camille";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int VISIT_MIDDLE_X = 440;
  private static final int BELOW_THE_FORM_Y = 700;

  /** A visit that is shorter than this counts as an aborted start. */
  private static final Duration COUNTED_FROM = Duration.ofSeconds(60);

  private final Room room;
  private final Mediator mediator;
  private final PrintStream out;
  private final Steps steps;

  public Tour(Room room, Mediator mediator, PrintStream out) {
    this.room = room;
    this.mediator = mediator;
    this.out = out;
    this.steps = new Steps(room.display(), room.folders().pictures(), out);
  }

  /** The first account, one enrolled station, and its shell on the screen. */
  public StationProgram openTheCentre(String passphrase) {
    steps.chapter("The centre opens");
    mediator.setUp(room.server().setupCode(), ADMIN, passphrase);
    steps.say("the set-up code made the first account, '" + ADMIN + "'");
    String code = mediator.addStation(STATION);
    mediator.picture(steps.nextPicture("console-enrolment-code"));
    StationProgram station = room.startStation(code);
    steps.say(STATION + " was enrolled with a one-time code, the centre's authority pinned");
    mediator.watchRoom();
    mediator.awaitState(STATION, "free");
    steps.say("it wiped itself at the start, and the server offers it: its receipt is clean");
    return station;
  }

  /** For whoever wants to try it by hand. */
  public void invite(String passphrase) {
    out.println();
    out.println("The console:  " + room.server().console());
    out.println("Sign in as:   " + ADMIN);
    out.println("Passphrase:   " + passphrase);
    out.println(
        "Your browser does not know this centre yet; the server's page tells how to trust it.");
    out.println("Stop with Ctrl+C.");
  }

  public static String newPassphrase() {
    return UUID.randomUUID().toString();
  }

  public void play(StationProgram station) {
    pictured(() -> playSteps(station));
  }

  /** Waiting one's turn, closing early, and a reception. */
  public void playQueue(StationProgram station) {
    Visitor visitor = new Visitor(room.display(), new Eyes(station.descriptionPath()));
    try (RoomDisplay display = mediator.roomDisplay()) {
      pictured(() -> new QueueStory(room, visitor, mediator, display, steps).play());
    }
  }

  private void pictured(Runnable story) {
    try {
      story.run();
    } catch (RuntimeException e) {
      room.display().picture(room.folders().pictures().resolve("failed.png"));
      throw e;
    }
  }

  private void playSteps(StationProgram station) {
    Visitor visitor = new Visitor(room.display(), new Eyes(station.descriptionPath()));
    lookAround(visitor);
    BookingStory booking = new BookingStory(visitor, steps);
    booking.bookAndGiveBack("ar");
    booking.bookAndGiveBack("en");
    mediator.picture(steps.nextPicture("console-room"));
    String digits = booking.bookAndBegin("fr");
    begin(visitor);
    Instant started = Instant.now();
    bringPaper(visitor);
    followGuide(visitor);
    callForHelp(visitor);
    hideAndComeBack(visitor, digits);
    end(visitor, started);
    proveAndCount();
  }

  private void lookAround(Visitor visitor) {
    steps.chapter("1 · A visitor books");
    visitor.sees("language");
    steps.seen("welcome", "the first screen asks for the language");
    visitor.presses("language-ar");
    visitor.sees("choices");
    steps.seen("choices-ar", "in Arabic everything is mirrored");
    visitor.presses("back");
    visitor.sees("language");
    visitor.presses("language-en");
    visitor.sees("choices");
    steps.seen("choices-en", "in English");
    visitor.presses("back");
    visitor.sees("language");
    visitor.presses("language-fr");
    visitor.sees("choices");
    steps.seen("choices-fr", "in French");
    visitor.presses("notice");
    visitor.sees("notice");
    steps.seen("notice", "what is kept and what is not is one press away");
    visitor.presses("back");
    visitor.sees("choices");
    visitor.presses("back");
    visitor.sees("language");
  }

  private void begin(Visitor visitor) {
    visitor.sees("session");
    steps.chapter("2 · The ticket unlocks the station");
    steps.say("the server has unlocked the station for this ticket, and the visit stands open");
    steps.chapter("3 · Session");
    steps.seen("session", "the browser stands beside time, help, guide, hide and end");
    mediator.watchRoom();
    mediator.awaitState(STATION, "busy");
    steps.say("the room page shows the session");
  }

  private void bringPaper(Visitor visitor) {
    visitor.presses("bring");
    visitor.sees("session-bring");
    String code = visitor.reads("^Code ").substring("Code ".length());
    steps.seen("bring", "a square and a code invite her telephone");
    try (Telephone telephone = mediator.telephone()) {
      telephone.types(code);
      telephone.bringsAPaper();
      telephone.picture(steps.nextPicture("telephone"));
    }
    visitor.reads("1 document reçu");
    steps.seen("brought", "a paper from her telephone lies in her visit");
    visitor.presses("back");
    visitor.sees("session");
  }

  private void followGuide(Visitor visitor) {
    steps.chapter("4 · Guide and help");
    visitor.presses("guides");
    steps.seen("guides", "the guides of the centre");
    visitor.presses("guide-caf-ressources");
    steps.seen("guide-prepare", "the guide says what to have at hand");
    visitor.presses("guide-site");
    awaitRequest("GET www.caf.fr/");
    steps.seen("official-site", "the browser shows www.caf.fr, played by the stand-in");
    fillInTheForm(visitor);
  }

  /** The form's first field has the focus; a click on the empty page gives the browser the keys. */
  private void fillInTheForm(Visitor visitor) {
    visitor.clicksAt(VISIT_MIDDLE_X, BELOW_THE_FORM_Y);
    for (String salary : List.of("1200", "1150", "1180")) {
      visitor.key("Tab");
      visitor.types(salary);
    }
    visitor.key("Return");
    awaitRequest("POST www.caf.fr/declaration");
    steps.seen("declaration-sent", "the form was filled in with the keyboard and sent");
    visitor.key("Tab");
    visitor.key("Return");
    awaitRequest("GET www.caf.fr/attestation.txt");
    steps.seen("attestation", "the attestation was downloaded, for this visit alone");
  }

  private void awaitRequest(String request) {
    Await.until("'" + request + "'", PATIENCE, () -> room.standIn().requests(request) > 0);
  }

  private void callForHelp(Visitor visitor) {
    visitor.presses("help");
    visitor.presses("help-what-to-do");
    mediator.takeCall(STATION);
    steps.seen("help-coming", "a mediator took the call, and the visitor sees that she comes");
    mediator.closeCall(STATION);
  }

  private void hideAndComeBack(Visitor visitor, String digits) {
    visitor.presses("hide");
    visitor.sees("hidden");
    steps.seen("hidden", "the screen is covered, the visit frozen behind it");
    visitor.types(digits);
    visitor.sees("session-guides");
    steps.say("the ticket's digits bring it back, with the guide where it was");
  }

  private void end(Visitor visitor, Instant started) {
    steps.chapter("5 · End");
    Await.until(
        "the visit to be long enough to count",
        COUNTED_FROM.plus(PATIENCE),
        () -> Duration.between(started, Instant.now()).compareTo(COUNTED_FROM) > 0);
    visitor.presses("back");
    visitor.canPress("guide-caf-ressources");
    visitor.presses("back");
    visitor.sees("session");
    visitor.presses("end");
    visitor.sees("ending");
    steps.seen("goodbye", "goodbye says what will be erased");
    visitor.presses("leave");
    steps.chapter("6 · Wipe");
    visitor.sees("language");
    steps.seen("erased", "everything has been erased, and the station is free again");
  }

  private void proveAndCount() {
    mediator.watchRoom();
    mediator.awaitState(STATION, "free");
    Receipt receipt = mediator.lastReceipt(STATION);
    mediator.picture(steps.nextPicture("console-receipts"));
    if (!receipt.residue().equals("0")) {
      throw new RoomException("the wipe left something behind: " + receipt);
    }
    steps.say("the server holds the receipt: residue 0");
    steps.chapter("7 · Usage counted");
    Map<String, String> counts = mediator.usageToday();
    mediator.picture(steps.nextPicture("console-usage"));
    out.println();
    out.println("Receipt: " + receipt);
    counts.forEach((label, count) -> out.println(label + ": " + count));
  }
}
