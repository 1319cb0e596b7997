package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.client.station.Samples.ORDER;
import static org.escale.client.station.Samples.OTHER_SESSION;
import static org.escale.client.station.Samples.OTHER_TICKET;
import static org.escale.client.station.Samples.SESSION;
import static org.escale.client.station.Samples.TICKET;
import static org.escale.client.station.Samples.WALL_CLOCK;
import static org.escale.client.station.Samples.unlock;
import static org.escale.protocol.StationStateName.IN_SESSION;
import static org.escale.protocol.StationStateName.LOCKED;
import static org.escale.protocol.StationStateName.OPENING;
import static org.escale.protocol.StationStateName.OUT_OF_SERVICE;
import static org.escale.protocol.StationStateName.WIPING;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.StationState.Locked;
import org.escale.client.station.StationState.OutOfService;
import org.escale.client.station.StationState.Wiping;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A station without a visitor, until it opens for one. */
class StationMachineTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Nested
  class StartUp {

    @Test
    void beginsWithAWipe() {
      Stage.started(Remembered.NOTHING).is(WIPING).did(new Do.Erase());
    }

    @Test
    void endsTheVisitThatWasUnderWayAndQuotesItsOrder() {
      Remembered before =
          new Remembered(
              new Remembered.CutShort(
                  SESSION, ORDER, WALL_CLOCK, Duration.ofMinutes(12), Set.of("caf-ressources")),
              null,
              false);

      Stage stage = Stage.started(before);

      stage.did(
          new Tell.Ended(
              SESSION,
              EndReason.STATION_RESTARTED,
              WALL_CLOCK,
              Duration.ofMinutes(12),
              Set.of("caf-ressources")));
      Tell.Wiped wiped = stage.erased().is(LOCKED).did(Tell.Wiped.class);
      assertThat(wiped.receipt().order()).isEqualTo(ORDER);
      assertThat(wiped.receipt().session()).isEqualTo(SESSION);
    }

    @Test
    void carriesOutTheWipeThatIsOwed() {
      WipeOrderId owed = WipeOrderId.random();

      Stage stage = Stage.started(new Remembered(null, new Remembered.Owed(owed, SESSION), false));

      stage.didNot(Tell.Ended.class);
      assertThat(stage.erased().did(Tell.Wiped.class).receipt().order()).isEqualTo(owed);
    }

    @Test
    void staysAwayIfAMediatorHadTakenItAway() {
      Stage.started(new Remembered(null, null, true)).erased().is(OUT_OF_SERVICE);
    }

    @Test
    void isOutOfServiceUntilEnrolledAndThenWipes() {
      Stage stage = Stage.notEnrolled();
      assertThat(stage.state(OutOfService.class).reason())
          .isEqualTo(OutOfServiceReason.NOT_ENROLLED);

      Command.Unlock early = unlock(SESSION, HOUR);
      stage.command(early).answers(early.id(), CommandOutcome.REFUSED_OUT_OF_SERVICE);
      stage.on(new StationEvent.Enrolled(ORDER)).is(WIPING).did(new Do.Erase());
    }
  }

  @Nested
  class WhileWiping {

    @Test
    void aCleanReceiptLeadsToLocked() {
      Stage stage = Stage.started(Remembered.NOTHING).erased();

      assertThat(stage.state(Locked.class).receipt().clean()).isTrue();
    }

    @Test
    void aFirstFailureIsTriedAgain() {
      Stage.started(Remembered.NOTHING)
          .on(new SpaceAnswered.EraseFailed())
          .is(WIPING)
          .did(new Do.Erase())
          .erased();
    }

    @Test
    void twoFailuresTakeItOutOfService() {
      Stage stage =
          Stage.started(Remembered.NOTHING)
              .on(Samples.erased(2, 1))
              .on(new SpaceAnswered.EraseFailed());

      assertThat(stage.state(OutOfService.class).reason())
          .isEqualTo(OutOfServiceReason.WIPE_FAILED);
    }

    @Test
    void aFailedWipeIsToldWithWhatIsLeft() {
      Stage stage = Stage.started(Remembered.NOTHING).on(Samples.erased(2, 1));

      assertThat(stage.did(Tell.Wiped.class).receipt().left())
          .isEqualTo(Map.of(WipeItem.PROCESSES, 2));
    }

    @Test
    void aWipeThatNeverAnswersTakesItOutOfService() {
      Stage.started(Remembered.NOTHING).after(Limits.USUAL.wiping()).is(OUT_OF_SERVICE);
    }

    @Test
    void aStationThatIsNotCleanOpensForNobody() {
      Command.Unlock early = unlock(SESSION, HOUR);

      Stage.started(Remembered.NOTHING)
          .command(early)
          .is(WIPING)
          .answers(early.id(), CommandOutcome.REFUSED_NOT_CLEAN);
    }
  }

  @Nested
  class WhileOutOfService {

    @Test
    void triesAgainByItselfAndQuotesTheSameOrder() {
      Stage stage =
          Stage.started(Remembered.NOTHING)
              .on(new SpaceAnswered.EraseFailed())
              .on(new SpaceAnswered.EraseFailed())
              .is(OUT_OF_SERVICE)
              .after(Limits.USUAL.retry())
              .is(WIPING);

      assertThat(stage.state(Wiping.class).job().order()).isEqualTo(ORDER);
    }

    @Test
    void comesBackThroughAWipeAndSaysSoWhenItIsClean() {
      Stage stage = Stage.locked().command(new Command.OutOfService(CommandId.random()));
      Command.InService back = new Command.InService(CommandId.random(), WipeOrderId.random());

      stage.is(OUT_OF_SERVICE).command(back).is(WIPING).didNot(Tell.Answer.class);
      stage.erased().is(LOCKED).answers(back.id(), CommandOutcome.DONE);
      assertThat(stage.did(Tell.Wiped.class).receipt().order()).isEqualTo(back.wipeOrder());
    }

    @Test
    void aMereWipeDoesNotBringItBack() {
      Command.Wipe wipe = new Command.Wipe(CommandId.random(), WipeOrderId.random());

      Stage.locked()
          .command(new Command.OutOfService(CommandId.random()))
          .command(wipe)
          .is(WIPING)
          .erased()
          .is(OUT_OF_SERVICE)
          .answers(wipe.id(), CommandOutcome.DONE);
    }
  }

  @Nested
  class WhileLocked {

    @Test
    void opensAndIsDoneOnlyWhenTheVisitorCanWork() {
      Command.Unlock unlock = unlock(SESSION, HOUR);
      Stage stage = Stage.locked().command(unlock).is(OPENING).didNot(Tell.Answer.class);
      assertThat(stage.did(Do.Open.class).plan().session()).isEqualTo(SESSION);

      stage
          .on(new SpaceAnswered.Opened(SESSION, WALL_CLOCK))
          .is(IN_SESSION)
          .did(new Tell.Started(SESSION, WALL_CLOCK))
          .answers(unlock.id(), CommandOutcome.DONE);
    }

    @Test
    void waitsForATicketUntilItsVisitBegins() {
      Stage stage =
          Stage.locked()
              .command(
                  new Command.Hold(
                      CommandId.random(), TICKET, Duration.ofMinutes(5), Duration.ofMinutes(20)));
      assertThat(stage.station().held())
          .isEqualTo(
              new Held(
                  TICKET,
                  stage.now().plus(Duration.ofMinutes(5)),
                  stage.now().plus(Duration.ofMinutes(20))));

      stage.command(unlock(SESSION, HOUR));
      assertThat(stage.station().held()).isNull();
    }

    @Test
    void keepsTheNextTicketWhileAnotherVisitIsOn() {
      Stage stage =
          Stage.inSession()
              .command(new Command.Hold(CommandId.random(), OTHER_TICKET, Duration.ofHours(1)));

      assertThat(stage.station().held()).isNotNull();
    }

    @Test
    void erasesOnCommand() {
      Command.Wipe wipe = new Command.Wipe(CommandId.random(), WipeOrderId.random());

      Stage stage = Stage.locked().command(wipe).is(WIPING).erased().is(LOCKED);

      stage.answers(wipe.id(), CommandOutcome.DONE);
      assertThat(stage.did(Tell.Wiped.class).receipt().order()).isEqualTo(wipe.wipeOrder());
    }

    @Test
    void opensForNobodyWithoutAScreen() {
      Command.Unlock unlock = unlock(SESSION, HOUR);

      Stage.started(Remembered.NOTHING)
          .erased()
          .command(unlock)
          .is(LOCKED)
          .answers(unlock.id(), CommandOutcome.REFUSED_NOT_NOW);
    }
  }

  @Nested
  class WhileOpening {

    @Test
    void aVisitThatCannotStartIsErased() {
      Command.Unlock unlock = unlock(SESSION, HOUR);

      Stage stage =
          Stage.locked().command(unlock).on(new SpaceAnswered.OpenFailed(SESSION)).is(WIPING);

      stage.did(new Do.Erase()).answers(unlock.id(), CommandOutcome.FAILED);
      assertThat(stage.did(Tell.Ended.class).reason()).isEqualTo(EndReason.FAILURE);
      assertThat(stage.did(Tell.Ended.class).used()).isZero();
    }

    @Test
    void aVisitThatNeverStartsIsErased() {
      Stage.locked().command(unlock(SESSION, HOUR)).after(Limits.USUAL.opening()).is(WIPING);
    }

    @Test
    void aLateAnswerAboutAnotherVisitIsIgnored() {
      Stage.locked()
          .command(unlock(SESSION, HOUR))
          .on(new SpaceAnswered.Opened(OTHER_SESSION, WALL_CLOCK))
          .is(OPENING)
          .doesNothing();
    }

    @Test
    void aFreeStationSaysWhenItsShellComesAndGoes() {
      Stage free = Stage.started(Remembered.NOTHING).erased().is(LOCKED);
      assertThat(free.did(Tell.State.class).shellThere()).isFalse();

      free.on(new StationEvent.ShellArrived(1280, 800));
      assertThat(free.did(Tell.State.class).shellThere()).isTrue();
      free.on(new StationEvent.ShellArrived(1280, 800)).doesNothing();

      free.on(new StationEvent.ShellLost());
      assertThat(free.did(Tell.State.class).shellThere()).isFalse();
    }

    @Test
    void anUnlockThatCrossedTheEndOfAShellOpensCovered() {
      Stage.locked()
          .on(new StationEvent.ShellLost())
          .command(unlock(SESSION, HOUR))
          .on(new SpaceAnswered.Opened(SESSION, WALL_CLOCK))
          .is(IN_SESSION)
          .did(new Do.Cover(SESSION))
          .on(new StationEvent.ShellArrived(1280, 800))
          .did(new Do.Uncover(SESSION));
    }

    @Test
    void aVisitIsCoveredAtOnceIfTheShellHasGone() {
      Stage.locked()
          .command(unlock(SESSION, HOUR))
          .on(new StationEvent.ShellLost())
          .on(new SpaceAnswered.Opened(SESSION, WALL_CLOCK))
          .is(IN_SESSION)
          .did(new Do.Cover(SESSION));
    }
  }
}
