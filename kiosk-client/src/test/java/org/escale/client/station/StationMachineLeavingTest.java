package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.client.station.Samples.SECRET;
import static org.escale.client.station.Samples.SESSION;
import static org.escale.client.station.Samples.WRONG;
import static org.escale.client.station.Samples.unlock;
import static org.escale.protocol.StationStateName.ENDING;
import static org.escale.protocol.StationStateName.HIDDEN;
import static org.escale.protocol.StationStateName.IN_SESSION;
import static org.escale.protocol.StationStateName.WIPING;

import java.time.Duration;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.StationState.Hidden;
import org.escale.client.station.StationState.InSession;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A visit that is hidden or at its end. */
class StationMachineLeavingTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nested
  class WhileHidden {

    @Test
    void theMediatorsHideIsDoneWhenNothingCanBeSeen() {
      Command.Hide hide = new Command.Hide(CommandId.random(), SESSION);

      Stage.inSession()
          .command(hide)
          .is(HIDDEN)
          .did(new Do.Cover(SESSION))
          .didNot(Tell.Answer.class)
          .on(new SpaceAnswered.Covered(SESSION))
          .answers(hide.id(), CommandOutcome.DONE);
    }

    @Test
    void theTicketsDigitsUncover() {
      Stage.hidden().on(new Pressed.Digits(SECRET)).is(IN_SESSION).did(new Do.Uncover(SESSION));
    }

    @Test
    void afterFiveWrongTriesOnlyAMediatorUncovers() {
      Stage stage = Stage.hidden();
      for (int i = 0; i < 5; i++) {
        stage.on(new Pressed.Digits(WRONG)).is(HIDDEN);
      }

      stage.on(new Pressed.Digits(SECRET)).is(HIDDEN).doesNothing();
      Command.Unlock vouched = unlock(SESSION, HOUR);
      stage.command(vouched).is(IN_SESSION).answers(vouched.id(), CommandOutcome.DONE);
    }

    @Test
    void aMediatorsVouchingLengthensNothing() {
      Stage stage = Stage.hidden();
      BootTime slotEnds = stage.state(Hidden.class).visit().countdown().slotEnds();

      stage.after(MINUTE).command(unlock(SESSION, Duration.ofHours(5)));

      assertThat(stage.state(InSession.class).visit().countdown().slotEnds()).isEqualTo(slotEnds);
    }

    @Test
    void tellsTheMediatorsTwoMinutesBeforeItIsErased() {
      Stage stage = Stage.hidden().after(Duration.ofMinutes(8).minus(SECOND)).doesNothing();

      assertThat(stage.after(SECOND).did(Tell.State.class).nobodyProven()).isTrue();
      stage.after(Duration.ofMinutes(2)).is(WIPING);
      assertThat(stage.did(Tell.Ended.class).reason()).isEqualTo(EndReason.HIDDEN_TOO_LONG);
    }

    @Test
    void theCountdownGoesOn() {
      Stage stage =
          Stage.inSession(Duration.ofMinutes(6))
              .on(new Pressed.Hide())
              .on(new SpaceAnswered.Covered(SESSION))
              .after(Duration.ofMinutes(6))
              .is(WIPING);

      assertThat(stage.did(Tell.Ended.class).reason()).isEqualTo(EndReason.TIME_OVER);
    }

    @Test
    void aNewShellDoesNotUncover() {
      Stage.hidden()
          .on(new StationEvent.ShellLost())
          .doesNothing()
          .on(new StationEvent.ShellArrived(1280, 800))
          .is(HIDDEN)
          .doesNothing();
    }

    @Test
    void aVisitThatCannotBeCoveredIsErased() {
      Command.Hide hide = new Command.Hide(CommandId.random(), SESSION);

      Stage.inSession()
          .command(hide)
          .on(new SpaceAnswered.CurtainFailed(SESSION))
          .is(WIPING)
          .did(new Do.Erase())
          .answers(hide.id(), CommandOutcome.FAILED);
    }

    @Test
    void aMediatorsEndErasesWithoutGoodbye() {
      Command.End end = new Command.End(CommandId.random(), SESSION);

      Stage.hidden().command(end).is(WIPING).answers(end.id(), CommandOutcome.DONE);
    }
  }

  @Nested
  class WhileEnding {

    @Test
    void theVisitorWhoPressedEndCanGoBack() {
      Stage.inSession()
          .on(new Pressed.End())
          .is(ENDING)
          .on(new Pressed.BackToWork())
          .is(IN_SESSION);
    }

    @Test
    void nobodyGoesBackOnceTheTimeIsOver() {
      Stage.inSession()
          .after(HOUR.minus(MINUTE))
          .is(ENDING)
          .on(new Pressed.BackToWork())
          .is(ENDING)
          .doesNothing();
    }

    @Test
    void nobodyGoesBackAfterAMediatorsEnd() {
      Stage.inSession()
          .command(new Command.End(CommandId.random(), SESSION))
          .is(ENDING)
          .on(new Pressed.BackToWork())
          .is(ENDING);
    }

    @Test
    void leavingErases() {
      Stage stage = Stage.inSession().on(new Pressed.End()).on(new Pressed.Leave()).is(WIPING);

      assertThat(stage.did(Tell.Ended.class).reason()).isEqualTo(EndReason.VISITOR);
    }

    @Test
    void graceOverErases() {
      Stage.inSession().on(new Pressed.End()).after(Limits.USUAL.goodbye()).is(WIPING);
    }

    @Test
    void moreTimeBringsBackToWork() {
      Stage.inSession()
          .after(HOUR.minus(MINUTE))
          .command(new Command.Extend(CommandId.random(), SESSION, Duration.ofMinutes(15)))
          .is(IN_SESSION);
    }
  }
}
