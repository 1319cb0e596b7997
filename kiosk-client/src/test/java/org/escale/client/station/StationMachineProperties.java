package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.WipeOrderId;
import org.junit.jupiter.api.Test;

/** What holds whatever happens, in whatever order. */
class StationMachineProperties {

  private static final BootTime BOOT = new BootTime(Duration.ofMinutes(1));
  private static final List<SessionId> SESSIONS = List.of(Samples.SESSION, Samples.OTHER_SESSION);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final StationMachine machine = new StationMachine(Limits.USUAL);

  /** Something that happens a while after the last thing. */
  record Step(Duration later, StationEvent event) {}

  @Test
  void samplesHoldEveryKindOfEventAndCommand() {
    assertThat(kinds(Samples.eventsBesideCommands(Samples.SESSION)))
        .isEqualTo(without(leaves(StationEvent.class), StationEvent.Commanded.class));
    assertThat(kinds(Samples.commands(Samples.SESSION))).isEqualTo(leaves(Command.class));
  }

  @Test
  void everyStateAnswersToEveryEvent() {
    List<Station> stations = everyState();
    assertThat(kinds(stations.stream().map(Station::state).toList()))
        .isEqualTo(leaves(StationState.class));

    for (Station station : stations) {
      for (StationEvent event : everyEvent()) {
        Transition next = machine.next(station, event, BOOT.plus(Duration.ofMinutes(1)));
        assertThat(next).isNotNull();
        if (event instanceof StationEvent.Commanded(Command command)) {
          boolean answered = next.effects().stream().anyMatch(answers(command)::equals);
          boolean answersLater = waiting(next.station().state()).contains(command.id());
          assertThat(answered || refused(next, command) || answersLater)
              .as("%s in %s", command, station.state().name())
              .isTrue();
        }
      }
    }
  }

  @Property(tries = 300)
  void isLockedOnlyWithACleanReceiptSinceTheLastVisit(@ForAll("steps") List<Step> steps) {
    boolean clean = false;
    Walk walk = new Walk();
    for (Step step : steps) {
      Transition next = walk.take(step);
      if (step.event() instanceof SpaceAnswered.Erased(var found, var _) && found.residue() == 0) {
        clean = true;
      }
      if (walk.station.state() instanceof StationState.Locked) {
        assertThat(clean).isTrue();
      }
      if (next.effects().stream().anyMatch(Do.Open.class::isInstance)) {
        clean = false;
      }
    }
  }

  @Property(tries = 300)
  void noSessionIsLengthenedButByExtend(@ForAll("steps") List<Step> steps) {
    Map<SessionId, BootTime> ends = new HashMap<>();
    Walk walk = new Walk();
    for (Step step : steps) {
      Transition next = walk.take(step);
      if (step.event() instanceof StationEvent.Commanded(Command command)) {
        note(command, next, walk.now, ends);
      }
      if (step.event() instanceof StationEvent.Pressed.Emergency press
          && count(next, Do.Open.class) == 1) {
        ends.put(press.visit().session(), walk.now.plus(Samples.SHEET.length()));
      }
      walk.station
          .state()
          .visitUnderWay()
          .ifPresent(
              visit ->
                  assertThat(visit.countdown().slotEnds())
                      .isLessThanOrEqualTo(ends.get(visit.session())));
    }
  }

  @Property(tries = 300)
  void shorteningLeavesAMinuteForWorkAndNeverGivesTime(@ForAll("steps") List<Step> steps) {
    Walk walk = new Walk();
    for (Step step : steps) {
      Optional<Countdown> before = walk.station.state().visitUnderWay().map(Visit::countdown);
      walk.take(step);
      if (step.event() instanceof StationEvent.Commanded(Command.Shorten _)
          && before.isPresent()
          && walk.station.state().visitUnderWay().isPresent()) {
        Duration had = before.get().left(walk.now);
        Duration left =
            walk.station.state().visitUnderWay().orElseThrow().countdown().left(walk.now);
        assertThat(left).isLessThanOrEqualTo(had);
        assertThat(left).isGreaterThanOrEqualTo(had.compareTo(MINUTE) < 0 ? had : MINUTE);
      }
    }
  }

  @Property(tries = 300)
  void theServerKnowsWhetherAGuideIsUnderWay(@ForAll("steps") List<Step> steps) {
    Walk walk = new Walk();
    boolean told = false;
    for (Step step : steps) {
      for (StationEffect effect : walk.take(step).effects()) {
        if (effect instanceof Tell.State state) {
          told = state.guideUnderWay();
        }
      }
      assertThat(told).isEqualTo(walk.station.told(walk.now).guideUnderWay());
    }
  }

  @Property(tries = 300)
  void atTheSlotsEndTheVisitIsBeingErased(@ForAll("steps") List<Step> steps) {
    Walk walk = new Walk();
    for (Step step : steps) {
      walk.take(step);
      walk.take(new Step(Duration.ZERO, new StationEvent.Tick()));
      walk.station
          .state()
          .visitUnderWay()
          .ifPresent(visit -> assertThat(walk.now.reached(visit.countdown().slotEnds())).isFalse());
    }
  }

  @Property(tries = 300)
  void everyVisitEndsOnceAndIsErasedThen(@ForAll("steps") List<Step> steps) {
    int underWay = 0;
    Walk walk = new Walk();
    for (Step step : steps) {
      Transition next = walk.take(step);
      underWay += count(next, Do.Open.class) - count(next, Tell.Ended.class);
      assertThat(underWay).isEqualTo(walk.station.state().visitUnderWay().isPresent() ? 1 : 0);
      if (count(next, Tell.Ended.class) > 0) {
        assertThat(next.effects()).contains(new Do.Erase());
        assertThat(walk.station.state().name()).isEqualTo(StationStateName.WIPING);
      }
    }
  }

  @Property(tries = 300)
  void everyCommandIsAnsweredOnce(@ForAll("steps") List<Step> steps) {
    Map<CommandId, Integer> answers = new HashMap<>();
    Set<CommandId> sent = new HashSet<>();
    Walk walk = new Walk();
    for (Step step : steps) {
      Transition next = walk.take(step);
      if (step.event() instanceof StationEvent.Commanded(Command command)) {
        sent.add(command.id());
      }
      for (StationEffect effect : next.effects()) {
        if (effect instanceof Tell.Answer(CommandId command, CommandOutcome _)) {
          answers.merge(command, 1, Integer::sum);
        }
      }
      Set<CommandId> open = new HashSet<>(sent);
      open.removeAll(answers.keySet());
      assertThat(open).isEqualTo(Set.copyOf(waiting(walk.station.state())));
    }
    assertThat(answers.values()).allMatch(times -> times == 1);
  }

  @Property(tries = 300)
  void theServerIsToldOfEveryChangeOfState(@ForAll("steps") List<Step> steps) {
    Walk walk = new Walk();
    StationStateName told = walk.station.state().name();
    for (Step step : steps) {
      for (StationEffect effect : walk.take(step).effects()) {
        if (effect instanceof Tell.State state) {
          told = state.state();
        }
      }
      assertThat(told).isEqualTo(walk.station.state().name());
    }
  }

  @Property(tries = 300)
  void theServerKnowsWhetherAFreeStationCanOpen(@ForAll("steps") List<Step> steps) {
    Walk walk = new Walk();
    boolean told = walk.station.shellThere();
    for (Step step : steps) {
      for (StationEffect effect : walk.take(step).effects()) {
        if (effect instanceof Tell.State state) {
          told = state.shellThere();
        }
      }
      if (walk.station.state() instanceof StationState.Locked) {
        assertThat(told).isEqualTo(walk.station.shellThere());
      }
    }
  }

  @Property(tries = 300)
  void aRestartAlwaysWipesAndQuotesTheOrderOfTheVisit(@ForAll("steps") List<Step> steps) {
    Walk walk = new Walk();
    steps.forEach(walk::take);
    Remembered remembered = Remembered.of(walk.station, walk.now);

    Transition restarted = machine.start(remembered, WipeOrderId.random(), BOOT);

    assertThat(restarted.station().state()).isInstanceOf(StationState.Wiping.class);
    walk.station
        .state()
        .visitUnderWay()
        .ifPresent(
            visit -> {
              var job = ((StationState.Wiping) restarted.station().state()).job();
              assertThat(job.order()).isEqualTo(visit.wipeOrder());
              assertThat(count(restarted, Tell.Ended.class)).isEqualTo(1);
            });
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Duration> later =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0, 5).map(Duration::ofSeconds)),
            Tuple.of(2, Arbitraries.integers().between(0, 900).map(Duration::ofSeconds)));
    return Combinators.combine(later, events()).as(Step::new).list().ofMinSize(1).ofMaxSize(60);
  }

  /** What moves a visit on comes more often, so that walks reach every state. */
  private static Arbitrary<StationEvent> events() {
    Arbitrary<StationEvent> any =
        Arbitraries.of(SESSIONS).flatMap(session -> Arbitraries.of(freshEvents(session)));
    Arbitrary<StationEvent> onward =
        Arbitraries.of(1, 2, 3, 4, 5)
            .map(
                kind ->
                    switch (kind) {
                      case 1 -> Samples.erased(0, 1);
                      case 2 -> new SpaceAnswered.Opened(Samples.SESSION, Samples.WALL_CLOCK);
                      case 3 ->
                          new StationEvent.Commanded(
                              Samples.unlock(Samples.SESSION, Duration.ofMinutes(20)));
                      case 4 -> new StationEvent.ShellArrived(1280, 800);
                      default -> new StationEvent.Tick();
                    });
    return Arbitraries.oneOf(any, onward).map(StationMachineProperties::fresh);
  }

  private static List<StationEvent> freshEvents(SessionId session) {
    List<StationEvent> events = new ArrayList<>(Samples.eventsBesideCommands(session));
    Samples.commands(session).forEach(command -> events.add(new StationEvent.Commanded(command)));
    return events;
  }

  /** Commands are repeated by the agent's journal only, so here each has an id of its own. */
  private static StationEvent fresh(StationEvent event) {
    if (!(event instanceof StationEvent.Commanded(Command command))) {
      return event;
    }
    CommandId id = CommandId.random();
    return new StationEvent.Commanded(
        switch (command) {
          case Command.Unlock c ->
              new Command.Unlock(
                  id,
                  c.session(),
                  c.granted(),
                  c.language(),
                  c.wipeOrder(),
                  c.ticket(),
                  c.proof(),
                  c.showDigits());
          case Command.Extend c -> new Command.Extend(id, c.session(), c.by());
          case Command.Shorten c -> new Command.Shorten(id, c.session(), c.by());
          case Command.Hide c -> new Command.Hide(id, c.session());
          case Command.End c -> new Command.End(id, c.session());
          case Command.Wipe c -> new Command.Wipe(id, c.wipeOrder());
          case Command.Message c -> new Command.Message(id, c.session(), c.notice());
          case Command.Hold c -> new Command.Hold(id, c.ticket(), c.startsIn(), c.keptFor());
          case Command.EmergencyCodes c -> new Command.EmergencyCodes(id, c.sheet());
          case Command.OutOfService _ -> new Command.OutOfService(id);
          case Command.InService c -> new Command.InService(id, c.wipeOrder());
        });
  }

  private void note(Command command, Transition next, BootTime now, Map<SessionId, BootTime> ends) {
    if (command instanceof Command.Unlock unlock && count(next, Do.Open.class) == 1) {
      ends.put(unlock.session(), now.plus(unlock.granted()));
    }
    if (command instanceof Command.Extend extend && next.effects().contains(answers(command))) {
      ends.computeIfPresent(extend.session(), (_, end) -> end.plus(extend.by()));
    }
  }

  private static Tell.Answer answers(Command command) {
    return new Tell.Answer(command.id(), CommandOutcome.DONE);
  }

  private static boolean refused(Transition next, Command command) {
    return next.effects().stream()
        .anyMatch(effect -> effect instanceof Tell.Answer a && a.command().equals(command.id()));
  }

  /** The commands that a state will answer when it is left, or before. */
  private static List<CommandId> waiting(StationState state) {
    return switch (state) {
      case StationState.Opening opening -> Stream.ofNullable(opening.unlock()).toList();
      case StationState.Hidden hidden -> hidden.waiting();
      case StationState.Wiping wiping -> Stream.ofNullable(wiping.job().command()).toList();
      case StationState.OutOfService _,
          StationState.Locked _,
          StationState.InSession _,
          StationState.Ending _ ->
          List.of();
    };
  }

  private static int count(Transition next, Class<?> kind) {
    return (int) next.effects().stream().filter(kind::isInstance).count();
  }

  private static List<Station> everyState() {
    return List.of(
        Stage.notEnrolled().station(),
        Stage.locked().command(new Command.OutOfService(CommandId.random())).station(),
        Stage.started(Remembered.NOTHING).station(),
        Stage.locked().station(),
        Stage.locked().command(Samples.unlock(Samples.SESSION, Duration.ofHours(1))).station(),
        Stage.inSession().station(),
        Stage.hidden().station(),
        Stage.inSession().on(new StationEvent.Pressed.End()).station());
  }

  private static List<StationEvent> everyEvent() {
    List<StationEvent> events = new ArrayList<>();
    SESSIONS.forEach(session -> events.addAll(freshEvents(session)));
    return events.stream().map(StationMachineProperties::fresh).toList();
  }

  private static Set<Class<?>> kinds(Collection<?> things) {
    Set<Class<?>> kinds = new HashSet<>();
    things.forEach(thing -> kinds.add(thing.getClass()));
    return kinds;
  }

  private static Set<Class<?>> without(Set<Class<?>> kinds, Class<?> one) {
    Set<Class<?>> fewer = new HashSet<>(kinds);
    fewer.remove(one);
    return fewer;
  }

  private static Set<Class<?>> leaves(Class<?> sealed) {
    if (!sealed.isSealed()) {
      return Set.of(sealed);
    }
    Set<Class<?>> leaves = new HashSet<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      leaves.addAll(leaves(permitted));
    }
    return leaves;
  }

  /** A station that lives through the steps. */
  private final class Walk {

    private BootTime now = BOOT;
    private Station station = machine.start(Remembered.NOTHING, Samples.ORDER, BOOT).station();

    Transition take(Step step) {
      now = now.plus(step.later());
      Transition next = machine.next(station, step.event(), now);
      station = next.station();
      return next;
    }
  }
}
