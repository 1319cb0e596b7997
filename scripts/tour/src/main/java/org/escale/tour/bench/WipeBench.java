package org.escale.tour.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.tour.room.Await;
import org.escale.tour.room.Commands;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomException;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Eyes;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.escale.tour.story.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * How long a wipe takes of a visitor who has a browser open and leaves 20,000 files and 1 GB: ours
 * from the order to the receipt; the least that it can take; what others do. All on this machine,
 * one after the other.
 */
public final class WipeBench {

  private static final int TIMES = 5;
  private static final int LEAST_RATIO = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<Integer> GROWTH = List.of(0, 2_000, 20_000, 200_000);

  private static final Pattern ERASING = said("VisitThread: erasing");
  private static final Pattern RECEIPT = said("StationKeeper: receipt \\d+: residue (\\d+).*");

  private final Room room;
  private final Mediator mediator;
  private final Path repository;
  private final PrintStream out;
  private final List<Measure> measures = new ArrayList<>();

  public WipeBench(Room room, Mediator mediator, Path repository, PrintStream out) {
    this.room = room;
    this.mediator = mediator;
    this.repository = repository;
    this.out = out;
  }

  /** One wipe of ours, in milliseconds. */
  private record Wiped(double pressToReceipt, double orderToReceipt, double receiptToWelcome) {}

  public void run() throws IOException {
    StationProgram station = new Tour(room, mediator, out).openTheCentre(Tour.newPassphrase());
    Visitor visitor = new Visitor(room.display(), new Eyes(station.descriptionPath()));
    // The first visit warms the programs and is not counted.
    wipe(station, visitor, Load.small(0));
    List<Wiped> ours = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      ours.add(wipe(station, visitor, Load.usual()));
      floors.add(floor(station, visitor));
    }
    List<Wiped> grown = new ArrayList<>();
    for (int files : GROWTH) {
      grown.add(wipe(station, visitor, Load.small(files)));
    }
    List<Double> warm = new ArrayList<>();
    List<Double> cold = new ArrayList<>();
    RemoveAndCopy peer = new RemoveAndCopy(room.display(), template());
    for (int time = 0; time < TIMES; time++) {
      warm.add(peer.once(Load.usual(), false));
      cold.add(peer.once(Load.usual(), true));
    }
    compare(ours, Median.of(floors), Median.of(warm), Median.of(cold));
    for (int which = 0; which < GROWTH.size(); which++) {
      add(
          "ours with %,d small files".formatted(GROWTH.get(which)),
          grown.get(which).orderToReceipt,
          "ms",
          null);
    }
    new BenchReport("wipe", repository).publish(measures, out);
  }

  private void compare(List<Wiped> wiped, double floor, double warm, double cold) {
    double ours = Median.of(wiped.stream().map(Wiped::orderToReceipt).toList());
    add(
        "ours, order to receipt, median of " + TIMES,
        ours,
        "ms",
        Aim.atMost(round(2 * floor + 100)));
    add("floor: kill and unmount, nothing else", floor, "ms", null);
    add("ours / floor", ours / floor, "times", null);
    add("others: kill, remove, copy, warm cache", warm, "ms", null);
    add("others warm / ours", warm / ours, "times", Aim.atLeast(LEAST_RATIO));
    add("others: kill, remove, copy, cold cache", cold, "ms", null);
    add("others cold / ours", cold / ours, "times", Aim.atLeast(LEAST_RATIO));
    add(
        "receipt to welcome screen",
        Median.of(wiped.stream().map(Wiped::receiptToWelcome).toList()),
        "ms",
        Aim.under(200));
    add(
        "press on \"leave\" to receipt",
        Median.of(wiped.stream().map(Wiped::pressToReceipt).toList()),
        "ms",
        null);
  }

  private Wiped wipe(StationProgram station, Visitor visitor, Load load) throws IOException {
    open(visitor, load);
    visitor.presses("end");
    visitor.sees("ending");
    visitor.canPress("leave");
    int before = station.log().length();
    LocalTime pressed = LocalTime.now(ZoneId.systemDefault());
    visitor.presses("leave");
    Await.until(
        "the welcome screen", PATIENCE, Duration.ofMillis(2), () -> visitor.seesNow("language"));
    LocalTime welcome = LocalTime.now(ZoneId.systemDefault());
    String log = station.log().substring(before);
    LocalTime receipt = at(RECEIPT, log);
    Wiped wiped =
        new Wiped(ms(pressed, receipt), ms(at(ERASING, log), receipt), ms(receipt, welcome));
    out.printf(
        Locale.ROOT,
        "  order to receipt %.0f ms, receipt to welcome %.0f ms%n",
        wiped.orderToReceipt,
        wiped.receiptToWelcome);
    return wiped;
  }

  /** The agent sleeps meanwhile: nothing but the kill is measured. It wipes when it wakes up. */
  private double floor(StationProgram station, Visitor visitor) throws IOException {
    open(visitor, Load.usual());
    String agent = Long.toString(station.agentPid());
    Commands.run("kill", "-STOP", agent);
    try {
      double took = OpenVisit.find().killAndUnmount();
      out.printf(Locale.ROOT, "  kill and unmount %.0f ms%n", took);
      return took;
    } finally {
      Commands.run("kill", "-CONT", agent);
    }
  }

  private void open(Visitor visitor, Load load) throws IOException {
    visitor.sees("language");
    mediator.watchRoom();
    mediator.awaitState(Tour.STATION, "free");
    mediator.unlock(Tour.STATION, 60);
    visitor.sees("session");
    OpenVisit.find().fill(load);
  }

  private Path template() {
    return room.folders().provisioning().resolve("bubble/home");
  }

  private void add(String name, double value, String unit, @Nullable Aim aim) {
    measures.add(new Measure(name, value, unit, aim));
  }

  private static double round(double ms) {
    return Math.rint(ms * 10) / 10;
  }

  private static Pattern said(String words) {
    return Pattern.compile("(?m)^(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) +INFO +" + words + "$");
  }

  private static LocalTime at(Pattern said, String log) {
    Matcher matcher = said.matcher(log);
    if (!matcher.find() || (matcher.groupCount() > 1 && !matcher.group(2).equals("0"))) {
      throw new RoomException("the agent did not say that it wiped:\n" + log);
    }
    return LocalTime.parse(matcher.group(1));
  }

  private static double ms(LocalTime from, LocalTime to) {
    return Duration.between(from, to).toNanos() / 1_000_000.0;
  }
}
