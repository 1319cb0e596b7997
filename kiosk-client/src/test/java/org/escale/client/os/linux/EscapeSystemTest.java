package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.protocol.SessionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Somebody at the station, or a program of hers, tries to get out of the visit: real keys and
 * clicks on the station's screen, real programs inside. What was tried stands in docs/security.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscapeSystemTest {

  private static final List<String> KEYS_THAT_LEAVE_OTHER_DESKTOPS =
      List.of(
          "alt+F4",
          "alt+Tab",
          "alt+shift+Tab",
          "alt+Escape",
          "alt+space",
          "alt+F1",
          "alt+F2",
          "ctrl+alt+F1",
          "ctrl+alt+F2",
          "ctrl+alt+F7",
          "ctrl+alt+BackSpace",
          "ctrl+alt+Delete",
          "ctrl+alt+t",
          "ctrl+alt+l",
          "ctrl+alt+d",
          "ctrl+Escape",
          "super",
          "super+d",
          "super+r",
          "super+l",
          "super+Tab",
          "Print",
          "alt+Print",
          "alt+Print+b",
          "Menu",
          "ctrl+shift");

  private static final List<String> KEYS_OF_A_BROWSER =
      List.of(
          "F11",
          "ctrl+n",
          "ctrl+t",
          "ctrl+o",
          "Escape",
          "ctrl+s",
          "Escape",
          "ctrl+p",
          "Escape",
          "ctrl+u",
          "ctrl+j",
          "ctrl+shift+i",
          "ctrl+shift+j",
          "ctrl+shift+Escape",
          "ctrl+shift+n",
          "F12",
          "F1",
          "ctrl+shift+w",
          "ctrl+q",
          "ctrl+shift+q",
          "ctrl+w",
          "alt+F4");

  private static final Pattern LARGE_WINDOW = Pattern.compile("[0-9]{3,}x[0-9]{3,}");

  private final Insider insider = new Insider();
  private final Queue<SessionId> lost = new ConcurrentLinkedQueue<>();
  private final Area visit = TestStation.plan().layout().visit();
  private final Area dock = TestStation.plan().layout().dock();
  private TestStation station;
  private ShellStandIn shell;
  private LinuxVisitSpace space;
  private Set<String> screenBefore = Set.of();

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(81);
    shell = new ShellStandIn(station, dock);
    space = new LinuxVisitSpace(station.settings(), new CommandRunner());
    space.whenLost(lost::add);
    space.erase();
    open();
  }

  @AfterAll
  void tearDown() throws Exception {
    space.erase();
    shell.close();
    station.close();
  }

  @BeforeEach
  void remember() {
    screenBefore = windows();
    click(visit);
  }

  @AfterEach
  void restore() {
    insider.endIntruders();
  }

  @Test
  void keysThatLeaveOtherDesktopsLeaveNothingHere() {
    long keysBefore = shell.keys();

    press(KEYS_THAT_LEAVE_OTHER_DESKTOPS);

    assertNothingGotOut();
    assertThat(shell.keys()).isEqualTo(keysBefore);
  }

  @Test
  void keysOfABrowserOpenNothingOutsideTheVisit() {
    press(KEYS_OF_A_BROWSER);

    assertNothingGotOut();
    station.picture("after-the-keys-of-a-browser");
  }

  @Test
  void aPressThatIsDraggedOutOfTheVisitPressesNothing() {
    long before = shell.presses();

    station.onScreen(
        "xdotool",
        "mousemove",
        "500",
        "400",
        "mousedown",
        "1",
        "mousemove",
        "1100",
        "400",
        "mouseup",
        "1");

    assertNothingGotOut();
    assertThat(shell.presses()).isEqualTo(before);
  }

  @Test
  void keysAndPressesOfAProgramStayInItsDisplay() {
    long keys = shell.keys();
    long presses = shell.presses();

    insider.intrude("press", Integer.toString(dock.x() + 100), "400");

    assertNothingGotOut();
    assertThat(shell.keys()).isEqualTo(keys);
    assertThat(shell.presses()).isEqualTo(presses);
  }

  @Test
  void theShellsWindowCanBeNeitherKilledNorPictured() {
    List<String> said = insider.intrude("attack", shell.window());

    assertThat(said).contains("pictures 0", "screen " + visit.width() + " " + visit.height());
    assertNothingGotOut();
    assertThat(shell.window()).isNotEmpty();
  }

  @Test
  void aWindowOverEverythingCoversTheVisitAlone() throws Exception {
    insider.beginToIntrude("cover");

    assertNothingGotOut();
    long before = shell.presses();
    shell.click();
    await().until(() -> shell.presses() > before);
    station.picture("a-window-over-everything");
  }

  @Test
  void aThousandWindowsLeaveTheScreenAsItWas() throws Exception {
    insider.beginToIntrude("windows", "1000");

    assertNothingGotOut();
    coverAndUncover();
  }

  @Test
  void theDisplayCannotBeMadeLargerOrTurned() {
    insider.run("xrandr --fb 1280x800; xrandr -s 1280x800; xrandr -s 0; xrandr -o left");
    insider.run("xrandr -o normal");

    assertNothingGotOut();
  }

  @Test
  void whoGrabsKeysAndPointerHoldsNothingOnceTheVisitIsHidden() throws Exception {
    Path said = insider.beginToIntrude("grab-keys-and-pointer");
    press(List.of("a"));
    await().until(() -> Insider.saidIn(said).stream().anyMatch(line -> line.startsWith("key")));

    coverAndUncover();

    assertNothingGotOut();
  }

  @Test
  void whoGrabsTheServerIsHiddenAllTheSame() throws Exception {
    insider.beginToIntrude("grab-server");

    coverAndUncover();

    assertNothingGotOut();
  }

  @Test
  void keysTypedWhileTheVisitIsHiddenAreNotHeardByItLater() throws Exception {
    Path said = insider.beginToIntrude("log-keys");
    press(List.of("a"));
    await().until(() -> Insider.saidIn(said).stream().anyMatch(line -> line.startsWith("key")));
    int heard = Insider.saidIn(said).size();
    long shellsKeys = shell.keys();

    space.cover();
    press(List.of("1", "2", "3", "4"));
    await().until(() -> shell.keys() == shellsKeys + 4);
    space.uncover();
    click(visit);
    press(List.of("b"));

    await().until(() -> Insider.saidIn(said).size() > heard);
    await().during(Duration.ofMillis(300)).until(() -> Insider.saidIn(said).size() == heard + 1);
  }

  @Test
  void wideDoorsIntoTheKernelAreShut() {
    List<String> said =
        insider.intrude(
            "call",
            "add_key",
            "request_key",
            "keyctl",
            "bpf",
            "perf_event_open",
            "userfaultfd",
            "io_uring_setup",
            "io_uring_enter",
            "io_uring_register");

    assertThat(said).hasSize(9).allMatch(line -> line.endsWith("errno 1"));
  }

  private void open() throws Exception {
    space.open(TestStation.plan());
    insider.bringIntruder();
  }

  private void coverAndUncover() throws Exception {
    long keys = shell.keys();
    long presses = shell.presses();
    space.cover();
    press(List.of("1"));
    shell.click();
    await().until(() -> shell.keys() == keys + 1 && shell.presses() == presses + 1);
    space.uncover();
  }

  private void press(List<String> keys) {
    keys.forEach(key -> station.onScreen("xdotool", "key", "--delay", "20", key));
  }

  private void click(Area area) {
    String middle = Integer.toString(area.x() + area.width() / 2);
    station.onScreen("xdotool", "mousemove", middle, "700", "click", "1");
  }

  /** The station's screen is as before, and all that the visitor runs is shut in. */
  private void assertNothingGotOut() {
    assertThat(windows()).isEqualTo(screenBefore);
    assertThat(lost).isEmpty();
    assertThat(otherGroups()).isEmpty();
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
  private static List<String> otherGroups() {
    return Machine.attempt("pgrep", "-u", TestStation.VISITOR)
        .output()
        .lines()
        .map(EscapeSystemTest::groupOf)
        .filter(group -> group.startsWith("/") && !group.endsWith("/esct81-visit"))
        .toList();
  }

  private static String groupOf(String process) {
    return Machine.attempt("sed", "-n", "s/^0:://p", "/proc/" + process + "/cgroup")
        .output()
        .strip();
  }
}
