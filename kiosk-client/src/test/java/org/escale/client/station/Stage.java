package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.StationStateName;

/** A station that a test plays with, its clock included. */
final class Stage {

  private final StationMachine machine = new StationMachine(Limits.USUAL);
  private final List<StationEffect> last = new ArrayList<>();
  private BootTime now = new BootTime(Duration.ofHours(1));
  private Station station;
  private long receipts;

  private Stage(Remembered before) {
    Transition first = machine.start(before, Samples.ORDER, now);
    station = first.station();
    last.addAll(first.effects());
  }

  static Stage notEnrolled() {
    Stage stage = new Stage(Remembered.NOTHING);
    stage.station = stage.machine.startNotEnrolled(stage.now).station();
    return stage;
  }

  static Stage started(Remembered before) {
    return new Stage(before);
  }

  static Stage locked() {
    Stage stage = new Stage(Remembered.NOTHING);
    return stage.on(new StationEvent.ShellArrived(1280, 800)).erased();
  }

  /** A visit of an hour has begun just now. */
  static Stage inSession() {
    return inSession(Duration.ofHours(1));
  }

  static Stage inSession(Duration granted) {
    return locked()
        .command(Samples.unlock(Samples.SESSION, granted))
        .on(new SpaceAnswered.Opened(Samples.SESSION, Samples.WALL_CLOCK));
  }

  static Stage hidden() {
    return inSession()
        .on(new StationEvent.Pressed.Hide())
        .on(new SpaceAnswered.Covered(Samples.SESSION));
  }

  Stage on(StationEvent event) {
    Transition next = machine.next(station, event, now);
    station = next.station();
    last.clear();
    last.addAll(next.effects());
    return this;
  }

  Stage command(Command command) {
    return on(new StationEvent.Commanded(command));
  }

  Stage erased() {
    return on(Samples.erased(0, ++receipts));
  }

  /** Time passes, ticked every second. */
  Stage after(Duration time) {
    BootTime until = now.plus(time);
    List<StationEffect> all = new ArrayList<>();
    while (!now.reached(until)) {
      now = now.plus(Duration.ofSeconds(1));
      on(new StationEvent.Tick());
      all.addAll(last);
    }
    last.clear();
    last.addAll(all);
    return this;
  }

  /** The machine slept: no tick until now. */
  Stage asleepFor(Duration time) {
    now = now.plus(time);
    return on(new StationEvent.Tick());
  }

  Station station() {
    return station;
  }

  BootTime now() {
    return now;
  }

  Stage is(StationStateName name) {
    assertThat(station.state().name()).isEqualTo(name);
    return this;
  }

  Stage answers(CommandId command, CommandOutcome outcome) {
    assertThat(last).contains(new Tell.Answer(command, outcome));
    return this;
  }

  Stage doesNothing() {
    assertThat(last).isEmpty();
    return this;
  }

  Stage did(StationEffect effect) {
    assertThat(last).contains(effect);
    return this;
  }

  <T extends StationEffect> T did(Class<T> kind) {
    return last.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in " + last));
  }

  Stage didNot(Class<? extends StationEffect> kind) {
    assertThat(last).noneMatch(kind::isInstance);
    return this;
  }

  <T extends StationState> T state(Class<T> kind) {
    assertThat(station.state()).isInstanceOf(kind);
    return kind.cast(station.state());
  }
}
