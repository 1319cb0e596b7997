package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceException;
import org.escale.protocol.SessionId;

/** A visit that stands open beside a stand-in for the shell, for attempts to get out of it. */
final class OpenedVisit implements AutoCloseable {

  private static final Pattern LARGE_WINDOW = Pattern.compile("[0-9]{3,}x[0-9]{3,}");

  private final Insider insider = new Insider();
  private final Queue<SessionId> lost = new ConcurrentLinkedQueue<>();
  private final Area visit = TestStation.plan().layout().visit();
  private final Area dock = TestStation.plan().layout().dock();
  private final TestStation station;
  private final ShellStandIn shell;
  private final LinuxVisitSpace space;
  private final String group;
  private Set<String> screenBefore = Set.of();

  OpenedVisit(int display) throws VisitSpaceException {
    station = new TestStation(display);
    group = station.settings().name() + "-visit";
    shell = new ShellStandIn(station, dock);
    space = new LinuxVisitSpace(station.settings(), new CommandRunner());
    space.whenLost(lost::add);
    space.erase();
    open();
  }

  private void open() throws VisitSpaceException {
    space.open(TestStation.plan());
    insider.bringIntruder();
    click(visit);
    screenBefore = windows();
  }

  /** The same as a wipe between two visits. */
  void eraseAndOpenAgain() throws VisitSpaceException {
    VisitSpace.Erased erased = space.erase();
    assertThat(erased.residue()).isZero();
    lost.clear();
    open();
  }

  Insider insider() {
    return insider;
  }

  TestStation station() {
    return station;
  }

  ShellStandIn shell() {
    return shell;
  }

  LinuxVisitSpace space() {
    return space;
  }

  Area area() {
    return visit;
  }

  Area dock() {
    return dock;
  }

  boolean isLost() {
    return !lost.isEmpty();
  }

  void press(String... keys) {
    for (String key : keys) {
      station.onScreen("xdotool", "key", "--delay", "20", key);
    }
  }

  /** Gives the visit the keys. */
  void click() {
    click(visit);
  }

  private void click(Area area) {
    String middle = Integer.toString(area.x() + area.width() / 2);
    station.onScreen("xdotool", "mousemove", middle, "700", "click", "1");
  }

  /** While it is hidden, a key and a press reach the shell. */
  void hideAndComeBack() throws VisitSpaceException {
    long keys = shell.keys();
    long presses = shell.presses();
    space.cover();
    press("1");
    shell.click();
    await().until(() -> shell.keys() == keys + 1 && shell.presses() == presses + 1);
    space.uncover();
  }

  /** The station's screen is as before, and all that the visitor runs is shut in. */
  void assertNothingGotOut() {
    assertThat(windows()).isEqualTo(screenBefore);
    assertThat(lost).isEmpty();
    assertThat(otherGroups()).isEmpty();
  }

  /** A figure of the visit's control group, wherever this machine keeps it. */
  String figure(String... files) {
    return Stream.of("unified/%s", "%s", "pids/%s", "memory/%s", "cpu/%s")
        .map(dir -> Path.of("/sys/fs/cgroup", dir.formatted(group)))
        .flatMap(dir -> Stream.of(files).map(dir::resolve))
        .filter(Files::exists)
        .map(path -> Machine.run("cat", path.toString()).strip())
        .findFirst()
        .orElseThrow();
  }

  /** Every window of some size, with its place on the screen. */
  private Set<String> windows() {
    return station
        .onScreen("xwininfo", "-root", "-tree")
        .output()
        .lines()
        .filter(line -> LARGE_WINDOW.matcher(line).find())
        .map(line -> line.strip().split(" ", 2)[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Groups of the visitor's processes that are not the visit's. */
  private List<String> otherGroups() {
    return Machine.attempt("pgrep", "-u", TestStation.VISITOR)
        .output()
        .lines()
        .map(OpenedVisit::groupOf)
        .filter(found -> found.startsWith("/") && !found.equals("/" + group))
        .toList();
  }

  private static String groupOf(String process) {
    return Machine.attempt("sed", "-n", "s/^0:://p", "/proc/" + process + "/cgroup")
        .output()
        .strip();
  }

  @Override
  public void close() throws VisitSpaceException {
    space.erase();
    shell.close();
    station.close();
  }
}
