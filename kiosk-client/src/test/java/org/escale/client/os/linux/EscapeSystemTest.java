package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Somebody at the station, or a program of hers, tries to get out of the visit: real keys and
 * clicks on the station's screen, real programs inside. What was tried stands in docs/security.md.
 */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscapeSystemTest {

  private static final String[] KEYS_THAT_LEAVE_OTHER_DESKTOPS = {
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
    "ctrl+shift"
  };

  private static final String[] KEYS_OF_A_BROWSER = {
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
    "alt+F4"
  };

  private OpenedVisit visit;

  @BeforeAll
  void setUp() throws Exception {
    visit = new OpenedVisit(81);
  }

  @AfterAll
  void tearDown() throws Exception {
    visit.close();
  }

  @BeforeEach
  void giveTheVisitTheKeys() {
    visit.click();
  }

  @AfterEach
  void endIntruders() {
    visit.insider().endIntruders();
  }

  @Test
  void keysThatLeaveOtherDesktopsLeaveNothingHere() {
    long keysBefore = visit.shell().keys();

    visit.press(KEYS_THAT_LEAVE_OTHER_DESKTOPS);

    visit.assertNothingGotOut();
    assertThat(visit.shell().keys()).isEqualTo(keysBefore);
  }

  @Test
  void keysOfABrowserOpenNothingOutsideTheVisit() {
    visit.press(KEYS_OF_A_BROWSER);

    visit.assertNothingGotOut();
    visit.station().picture("after-the-keys-of-a-browser");
  }

  @Test
  void aPressThatIsDraggedOutOfTheVisitPressesNothing() {
    long before = visit.shell().presses();

    visit
        .station()
        .onScreen(
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

    visit.assertNothingGotOut();
    assertThat(visit.shell().presses()).isEqualTo(before);
  }

  @Test
  void keysAndPressesOfAProgramStayInItsDisplay() {
    long keys = visit.shell().keys();
    long presses = visit.shell().presses();

    visit.insider().intrude("press", Integer.toString(visit.dock().x() + 100), "400");

    visit.assertNothingGotOut();
    assertThat(visit.shell().keys()).isEqualTo(keys);
    assertThat(visit.shell().presses()).isEqualTo(presses);
  }

  @Test
  void theShellsWindowCanBeNeitherKilledNorPictured() {
    List<String> said = visit.insider().intrude("attack", visit.shell().window());

    assertThat(said)
        .contains("pictures 0", "screen " + visit.area().width() + " " + visit.area().height());
    visit.assertNothingGotOut();
    assertThat(visit.shell().window()).isNotEmpty();
  }

  @Test
  void aWindowOverEverythingCoversTheVisitAlone() throws Exception {
    visit.insider().beginToIntrude("cover");

    visit.assertNothingGotOut();
    long before = visit.shell().presses();
    visit.shell().click();
    await().until(() -> visit.shell().presses() > before);
    visit.station().picture("a-window-over-everything");
  }

  @Test
  void aThousandWindowsLeaveTheScreenAsItWas() throws Exception {
    visit.insider().beginToIntrude("windows", "1000");

    visit.assertNothingGotOut();
    visit.hideAndComeBack();
  }

  @Test
  void theDisplayCannotBeMadeLargerOrTurned() {
    visit.insider().run("xrandr --fb 1280x800; xrandr -s 1280x800; xrandr -s 0; xrandr -o left");
    visit.insider().run("xrandr -o normal");

    visit.assertNothingGotOut();
  }

  @Test
  void whoGrabsKeysAndPointerHoldsNothingOnceTheVisitIsHidden() throws Exception {
    Path said = visit.insider().beginToIntrude("grab-keys-and-pointer");
    visit.press("a");
    await().until(() -> Insider.saidIn(said).stream().anyMatch(line -> line.startsWith("key")));

    visit.hideAndComeBack();

    visit.assertNothingGotOut();
  }

  @Test
  void whoGrabsTheServerIsHiddenAllTheSame() throws Exception {
    visit.insider().beginToIntrude("grab-server");

    visit.hideAndComeBack();

    visit.assertNothingGotOut();
  }

  @Test
  void keysTypedWhileTheVisitIsHiddenAreNotHeardByItLater() throws Exception {
    Path said = visit.insider().beginToIntrude("log-keys");
    visit.press("a");
    await().until(() -> Insider.saidIn(said).stream().anyMatch(line -> line.startsWith("key")));
    int heard = Insider.saidIn(said).size();
    long shellsKeys = visit.shell().keys();

    visit.space().cover();
    visit.press("1", "2", "3", "4");
    await().until(() -> visit.shell().keys() == shellsKeys + 4);
    visit.space().uncover();
    visit.click();
    visit.press("b");

    await().until(() -> Insider.saidIn(said).size() > heard);
    await().during(Duration.ofMillis(300)).until(() -> Insider.saidIn(said).size() == heard + 1);
  }
}
