package org.escale.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.escale.tour.room.Await;
import org.escale.tour.room.Commands;
import org.escale.tour.room.InsideVisit;
import org.escale.tour.room.Room;
import org.escale.tour.room.StationProgram;
import org.escale.tour.story.Eyes;
import org.escale.tour.story.Greed;
import org.escale.tour.story.Mediator;
import org.escale.tour.story.Tour;
import org.escale.tour.story.Visitor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody tries to get past the real shell, state by state. Needs root, as {@code scripts/run}
 * does.
 */
@Order(3)
@ExtendWith(OneRoom.class)
class LockSystemTest {

  /** Without Esc, Enter and the space bar, which are a visitor's to press. */
  private static final List<String> KEYS =
      List.of(
          "alt+F4",
          "alt+Tab",
          "alt+F1",
          "alt+F2",
          "ctrl+alt+F1",
          "ctrl+alt+F2",
          "ctrl+alt+F7",
          "ctrl+alt+BackSpace",
          "ctrl+alt+Delete",
          "ctrl+alt+t",
          "super",
          "super+d",
          "super+l",
          "Print",
          "alt+Print",
          "alt+Print+b",
          "F11",
          "F12",
          "ctrl+n",
          "ctrl+t",
          "ctrl+w",
          "ctrl+q",
          "ctrl+o",
          "ctrl+s",
          "ctrl+p",
          "ctrl+u",
          "ctrl+j",
          "ctrl+shift+i",
          "Menu");

  private static final String ABORTED = "Ouvertures sans suite (moins d’une minute)";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Room room;
  private final Mediator mediator;
  private final StationProgram station;
  private final Eyes eyes;
  private final Visitor visitor;

  LockSystemTest(OpenRoom open) {
    room = open.room();
    mediator = open.mediator();
    station = open.station();
    eyes = new Eyes(station.descriptionPath());
    visitor = new Visitor(room.display(), eyes);
  }

  @Test
  void noKeyLeadsPastTheShellInAnyState() {
    visitor.sees("language");
    long shell = station.shellPid();
    pressAllKeys("language");
    assertThat(station.visitRuns()).isFalse();

    String digits = open();
    pressAllKeys("session");
    visitor.presses("hide");
    visitor.sees("hidden");
    pressAllKeys("hidden");
    assertThat(visitIsSeen()).isFalse();
    visitor.types(digits);
    visitor.sees("session");
    visitor.presses("end");
    visitor.sees("ending");
    pressAllKeys("ending");
    visitor.presses("leave");
    KEYS.forEach(visitor::key);
    visitor.sees("language");

    assertThat(station.shellPid()).isEqualTo(shell);
    assertThat(station.visitRuns()).isFalse();
  }

  @Test
  void programsOfTheVisitPressNothingOfTheShellAndReachNoServer() {
    open();
    String server = room.server().console().getHost() + ":" + room.server().console().getPort();
    String asksServer = "curl -ks --max-time 3 -o /tmp/answer https://" + server + "/";
    assertThat(Commands.succeeds(Map.of(), "sh", "-c", asksServer)).as("from outside").isTrue();

    Eyes.Spot end = eyes.awaitPressable("end", PATIENCE);
    InsideVisit.run("xdotool mousemove %d %d click 1 key Return".formatted(end.x(), end.y()));

    assertThat(InsideVisit.succeeds(asksServer)).isFalse();
    assertThat(InsideVisit.succeeds("test -e /run/escale/shell.sock")).isFalse();
    assertThat(visitor.seesNow("session")).isTrue();
    leave();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
  void endActsHoweverGreedyTheVisitIs(Greed greed) {
    open();

    InsideVisit.run(greed.script());
    greed.awaitFull();

    leave();
  }

  @Test
  void keepsTheSessionWhenTheShellIsKilledAndEndsItWhenTheAgentIs() {
    int before = countToday(ABORTED);
    open();

    long killed = station.shellPid();
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();
    Await.until("a new shell", PATIENCE, () -> station.shellPid() != killed);
    visitor.sees("session");
    mediator.awaitState(Tour.STATION, "busy");

    station.killAgent();
    Await.until("the visit to be gone", PATIENCE, () -> !station.visitRuns());
    station.start();
    mediator.awaitState(Tour.STATION, "free");
    visitor.sees("language");
    assertThat(countToday(ABORTED)).isEqualTo(before + 1);
  }

  private int countToday(String what) {
    return Integer.parseInt(mediator.usageToday().get(what));
  }

  private String open() {
    visitor.sees("language");
    mediator.watchRoom();
    mediator.awaitState(Tour.STATION, "free");
    mediator.unlock(Tour.STATION, 60);
    visitor.sees("session");
    return visitor.notesDigits();
  }

  private void leave() {
    visitor.presses("end");
    visitor.sees("ending");
    visitor.presses("leave");
    visitor.sees("language");
  }

  private void pressAllKeys(String screen) {
    KEYS.forEach(visitor::key);
    assertThat(visitor.seesNow(screen)).as("still '" + screen + "'").isTrue();
  }

  /** Whether the visit's display is seen on the station's. */
  private boolean visitIsSeen() {
    String windows = Commands.run(room.display().environment(), "xwininfo", "-root", "-tree");
    String id =
        windows
            .lines()
            .filter(line -> line.contains("Xephyr on"))
            .map(line -> line.strip().split(" ", 2)[0])
            .findFirst()
            .orElseThrow();
    return Commands.run(room.display().environment(), "xwininfo", "-id", id).contains("IsViewable");
  }
}
