package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeOrderId;

/** What printed codes never do, whatever is typed, and however often the power is cut. */
class EmergencyProperties {

  private static final BootTime BOOT = new BootTime(Duration.ofMinutes(1));

  private final StationMachine machine = new StationMachine(Limits.USUAL);

  /** What happens at a station whose server is away. */
  sealed interface Happening {

    record Typed(EmergencyCode code) implements Happening {}

    /** The visit under way opens, ends and is erased, as far as there is one. */
    record VisitGoesBy() implements Happening {}

    /** The station loses its power, comes back and erases. */
    record PowerCut() implements Happening {}

    record Minutes(int minutes) implements Happening {}
  }

  @Property(tries = 400)
  void aCodeOpensOneVisitAndNoMore(@ForAll("happenings") List<Happening> happenings) {
    Set<Integer> spent = new HashSet<>();
    Walk walk = new Walk();
    for (Happening happening : happenings) {
      for (StationEffect effect : walk.live(happening)) {
        if (effect instanceof Tell.EmergencyCodeUsed used) {
          assertThat(spent.add(used.number())).as("code %s is new", used.number()).isTrue();
        }
      }
    }
  }

  @Property(tries = 400)
  void aVisitOpensOnlyWithTheWordThatItsCodeIsSpent(
      @ForAll("happenings") List<Happening> happenings) {
    Walk walk = new Walk();
    for (Happening happening : happenings) {
      List<StationEffect> effects = walk.live(happening);
      long opened = effects.stream().filter(Do.Open.class::isInstance).count();
      long told = effects.stream().filter(Tell.EmergencyCodeUsed.class::isInstance).count();
      assertThat(told).isEqualTo(opened);
      if (opened == 1) {
        Emergency.Kept kept = Remembered.of(walk.station, walk.now).emergency();
        assertThat(kept == null ? 0 : kept.used().size()).isEqualTo(walk.spent);
      }
    }
  }

  @Property(tries = 400)
  void noMoreThanFiveWrongCodesAreLookedAtInTenMinutes(
      @ForAll("happenings") List<Happening> happenings) {
    Deque<BootTime> wrong = new ArrayDeque<>();
    Walk walk = new Walk();
    for (Happening happening : happenings) {
      List<StationEffect> effects = walk.live(happening);
      if (effects.stream().anyMatch(Do.Open.class::isInstance)) {
        wrong.clear();
      }
      if (effects.contains(new StationEffect.Refuse(RefusalReason.CODE_UNKNOWN))) {
        wrong.addLast(walk.now);
        wrong.removeIf(at -> walk.now.reached(at.plus(Emergency.CLOSED)));
        assertThat(wrong).hasSizeLessThanOrEqualTo(Emergency.MOST_WRONG_TRIES);
      }
    }
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    Arbitrary<Happening> typed =
        Arbitraries.of(Samples.CODES.getFirst(), Samples.CODES.getLast(), Samples.NO_CODE)
            .map(Happening.Typed::new);
    Arbitrary<Happening> others =
        Arbitraries.of(
            new Happening.VisitGoesBy(),
            new Happening.PowerCut(),
            new Happening.Minutes(1),
            new Happening.Minutes(11));
    return Arbitraries.oneOf(typed, typed, others).list().ofMinSize(1).ofMaxSize(40);
  }

  /** A free station with a sheet of two codes. */
  private final class Walk {

    private BootTime now = BOOT;
    private Station station = machine.start(Remembered.NOTHING, Samples.ORDER, BOOT).station();
    private int spent;

    Walk() {
      becomeFree();
      take(
          new StationEvent.Commanded(
              new Command.EmergencyCodes(CommandId.random(), Samples.SHEET)));
    }

    List<StationEffect> live(Happening happening) {
      now = now.plus(Duration.ofSeconds(2));
      return switch (happening) {
        case Happening.Typed(var code) -> type(code);
        case Happening.VisitGoesBy _ -> goBy();
        case Happening.PowerCut _ -> cutPower();
        case Happening.Minutes(int minutes) -> {
          now = now.plus(Duration.ofMinutes(minutes));
          yield take(new StationEvent.Tick());
        }
      };
    }

    private List<StationEffect> type(EmergencyCode code) {
      List<StationEffect> effects = take(Samples.emergency(code, SessionId.random()));
      spent += (int) effects.stream().filter(Tell.EmergencyCodeUsed.class::isInstance).count();
      return effects;
    }

    private List<StationEffect> goBy() {
      station
          .state()
          .visitUnderWay()
          .ifPresent(
              visit -> {
                take(new SpaceAnswered.Opened(visit.session(), Samples.WALL_CLOCK));
                take(new Pressed.End());
                take(new Pressed.Leave());
              });
      becomeFree();
      return List.of();
    }

    /** Nothing outlives it but what was written down. */
    private List<StationEffect> cutPower() {
      Remembered kept = Remembered.of(station, now);
      station = machine.start(kept, WipeOrderId.random(), now).station();
      becomeFree();
      return List.of();
    }

    private void becomeFree() {
      take(new StationEvent.ShellArrived(1280, 800));
      take(Samples.erased(0, 1));
    }

    private List<StationEffect> take(StationEvent event) {
      Transition next = machine.next(station, event, now);
      station = next.station();
      return next.effects();
    }
  }
}
