package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.client.station.Samples.ORDER;
import static org.escale.client.station.Samples.OTHER_SESSION;
import static org.escale.client.station.Samples.SECRET;
import static org.escale.client.station.Samples.SESSION;
import static org.escale.client.station.Samples.SITE;
import static org.escale.client.station.Samples.WALL_CLOCK;
import static org.escale.client.station.Samples.unlock;
import static org.escale.protocol.StationStateName.ENDING;
import static org.escale.protocol.StationStateName.IN_SESSION;
import static org.escale.protocol.StationStateName.LOCKED;
import static org.escale.protocol.StationStateName.OPENING;
import static org.escale.protocol.StationStateName.OUT_OF_SERVICE;
import static org.escale.protocol.StationStateName.WIPING;

import java.time.Duration;
import java.util.Optional;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.StationState.Ending;
import org.escale.client.station.StationState.InSession;
import org.escale.client.station.StationState.OutOfService;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Notice;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.TicketSecret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From work to goodbye: sessions, lost visits, digits. */
class StationMachineInVisitTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nested
  class InTheSession {

    @Test
    void warnsAtFiveMinutesOneMinuteAndTwentySecondsOnceEach() {
      Stage stage = Stage.inSession();
      Countdown countdown = stage.state(InSession.class).visit().countdown();
      StringBuilder said = new StringBuilder();
      Optional<Countdown.Warning> before = Optional.empty();

      for (BootTime now = stage.now(); !now.reached(countdown.workEnds()); now = now.plus(SECOND)) {
        Optional<Countdown.Warning> warning = countdown.warning(now);
        if (!warning.equals(before)) {
          warning.ifPresent(given -> said.append(given).append(' '));
        }
        before = warning;
      }

      assertThat(said).hasToString("FIVE_MINUTES ONE_MINUTE TWENTY_SECONDS ");
      assertThat(countdown.warning(countdown.workEnds().minus(Duration.ofMinutes(5)))).isPresent();
    }

    @Test
    void doesNotWarnOfAPointThatWasPastWhenTheTimeWasGranted() {
      Stage stage = Stage.inSession(Duration.ofMinutes(4));
      Countdown countdown = stage.state(InSession.class).visit().countdown();

      assertThat(countdown.warning(stage.now())).isEmpty();
    }

    @Test
    void timeOverLeadsToGoodbyeWhoseGraceLiesInTheSlot() {
      Stage stage = Stage.inSession();
      BootTime slotEnds = stage.now().plus(HOUR);

      stage.after(HOUR.minus(MINUTE)).is(ENDING);

      assertThat(stage.state(Ending.class).wipeAt()).isEqualTo(slotEnds);
      assertThat(stage.state(Ending.class).canGoBack(stage.now())).isFalse();
      stage.after(MINUTE).is(WIPING);
      assertThat(stage.did(Tell.Ended.class).used()).isEqualTo(HOUR);
    }

    @Test
    void aSlotThatPassedAsleepIsErasedAtOnce() {
      Stage stage = Stage.inSession().asleepFor(Duration.ofHours(9)).is(WIPING);

      assertThat(stage.did(Tell.Ended.class).reason()).isEqualTo(EndReason.TIME_OVER);
    }

    @Test
    void isExtendedByCommandOnly() {
      Command.Extend extend =
          new Command.Extend(CommandId.random(), SESSION, Duration.ofMinutes(10));

      Stage stage = Stage.inSession().command(extend).answers(extend.id(), CommandOutcome.DONE);

      assertThat(stage.did(Tell.State.class).remaining())
          .isEqualTo(HOUR.plus(Duration.ofMinutes(10)).minus(MINUTE));
    }

    @Test
    void refusesCommandsAboutAnotherSession() {
      Command.Extend extend = new Command.Extend(CommandId.random(), OTHER_SESSION, MINUTE);
      Command.End end = new Command.End(CommandId.random(), OTHER_SESSION);

      Stage.inSession()
          .command(extend)
          .answers(extend.id(), CommandOutcome.REFUSED_OTHER_SESSION)
          .command(end)
          .is(IN_SESSION)
          .answers(end.id(), CommandOutcome.REFUSED_OTHER_SESSION);
    }

    @Test
    void coversTheVisitWhileTheShellIsAwayAndTheTimeGoesOn() {
      Stage stage = Stage.inSession();
      stage.on(new StationEvent.ShellLost()).is(IN_SESSION).did(new Do.Cover(SESSION));
      stage
          .after(Duration.ofMinutes(3))
          .on(new StationEvent.ShellArrived(1280, 800))
          .is(IN_SESSION)
          .did(new Do.Uncover(SESSION));
    }

    @Test
    void asksForHelpOnceAndTakesItBack() {
      Pressed.Help help = new Pressed.Help(HelpRequestId.random(), HelpReason.PRINT);
      Stage stage = Stage.inSession().on(help);
      stage.did(new Tell.Help(help.request(), SESSION, HelpReason.PRINT));

      stage.on(new Pressed.Help(HelpRequestId.random(), HelpReason.PRINT)).doesNothing();
      stage
          .on(new Pressed.HelpNoLonger())
          .did(new Tell.HelpNoLonger(help.request(), SESSION))
          .on(new Pressed.HelpNoLonger())
          .doesNothing();
    }

    @Test
    void tellsTheVisitorThatHelpIsComingAndForgetsTheCallWhenItIsDone() {
      Stage stage =
          Stage.inSession()
              .on(new Pressed.Help(HelpRequestId.random(), HelpReason.FORGOT_PASSWORD));

      stage.command(new Command.Message(CommandId.random(), SESSION, Notice.HELP_IS_COMING));
      Visit.Call call = stage.state(InSession.class).visit().call();
      assertThat(call).isNotNull().extracting(Visit.Call::coming).isEqualTo(true);
      stage.command(new Command.Message(CommandId.random(), SESSION, Notice.HELP_DONE));
      assertThat(stage.state(InSession.class).visit().call()).isNull();
    }

    @Test
    void saysWhetherAGuideIsUnderWay() {
      Stage stage = Stage.inSession().on(new Pressed.Guide("caf-ressources"));
      assertThat(stage.did(Tell.State.class).guideUnderWay()).isTrue();

      stage.on(new Pressed.GuideClosed());
      assertThat(stage.did(Tell.State.class).guideUnderWay()).isFalse();
      stage.on(new Pressed.GuideClosed()).doesNothing();

      stage.on(new Pressed.Guide("caf-ressources")).on(new Pressed.Hide());
      assertThat(stage.did(Tell.State.class).guideUnderWay()).isTrue();
      stage.on(new Pressed.Digits(SECRET)).on(new StationEvent.ShellLost());
      assertThat(stage.did(Tell.State.class).guideUnderWay()).isFalse();
    }

    @Test
    void losesTimeWhenTheCentreClosesEarlyAndIsTold() {
      Command.Shorten shorten =
          new Command.Shorten(CommandId.random(), SESSION, Duration.ofMinutes(20));

      Stage stage = Stage.inSession().command(shorten).answers(shorten.id(), CommandOutcome.DONE);

      assertThat(stage.did(Tell.State.class).remaining()).isEqualTo(Duration.ofMinutes(39));
      assertThat(stage.state(InSession.class).visit().closesEarly()).isTrue();
    }

    @Test
    void isNoLongerToldThatTheCentreClosesEarlyOnceThereIsMoreTime() {
      Command.Shorten shorten =
          new Command.Shorten(CommandId.random(), SESSION, Duration.ofMinutes(20));
      Command.Extend extend =
          new Command.Extend(CommandId.random(), SESSION, Duration.ofMinutes(15));

      Stage stage = Stage.inSession().command(shorten).command(extend);

      assertThat(stage.state(InSession.class).visit().closesEarly()).isFalse();
    }

    @Test
    void keepsAMinuteForWorkAndTheTimeToSaveHoweverEarlyTheCentreCloses() {
      Command.Shorten shorten =
          new Command.Shorten(CommandId.random(), SESSION, Duration.ofHours(3));

      Stage stage = Stage.inSession().after(Duration.ofMinutes(10)).command(shorten);

      assertThat(stage.did(Tell.State.class).remaining()).isEqualTo(MINUTE);
      Visit visit = stage.state(InSession.class).visit();
      assertThat(visit.countdown().warning(stage.now())).contains(Countdown.Warning.ONE_MINUTE);
      assertThat(visit.countdown().slotEnds()).isEqualTo(stage.now().plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void losesNothingThatItDoesNotHave() {
      Command.Shorten shorten = new Command.Shorten(CommandId.random(), SESSION, MINUTE);
      Stage stage = Stage.inSession().after(Duration.ofMinutes(58).plusSeconds(30));
      Countdown before = stage.state(InSession.class).visit().countdown();

      stage.command(shorten).answers(shorten.id(), CommandOutcome.DONE);

      assertThat(stage.state(InSession.class).visit().countdown()).isEqualTo(before);
    }

    @Test
    void isToldThatTheCentreClosesEarlyWithoutHavingCalledAnybody() {
      Command.Message message =
          new Command.Message(CommandId.random(), SESSION, Notice.CLOSES_EARLY);

      Stage stage = Stage.inSession().command(message).answers(message.id(), CommandOutcome.DONE);

      assertThat(stage.state(InSession.class).visit().closesEarly()).isTrue();
    }

    @Test
    void remembersTheGuidesThatWereOpened() {
      Stage stage =
          Stage.inSession()
              .on(new Pressed.Guide("caf-ressources"))
              .on(new Pressed.Guide("caf-ressources"))
              .on(new Pressed.GuideSite(SITE))
              .did(new Do.Browse(SITE))
              .on(new Pressed.End())
              .on(new Pressed.Leave());

      assertThat(stage.did(Tell.Ended.class).guides()).containsExactly("caf-ressources");
    }

    @Test
    void goesOutOfServiceOnlyAfterItsWipe() {
      Command.OutOfService out = new Command.OutOfService(CommandId.random());

      Stage.inSession()
          .command(out)
          .is(IN_SESSION)
          .answers(out.id(), CommandOutcome.DONE)
          .on(new Pressed.End())
          .on(new Pressed.Leave())
          .erased()
          .is(OUT_OF_SERVICE);
    }

    @Test
    void quotesTheOrderOfItsUnlock() {
      Stage stage = Stage.inSession().on(new Pressed.End()).on(new Pressed.Leave()).erased();

      assertThat(stage.did(Tell.Wiped.class).receipt().order()).isEqualTo(ORDER);
      assertThat(stage.did(Tell.Wiped.class).receipt().session()).isEqualTo(SESSION);
    }

    @Test
    void endsWhenTheJournalIsGoneAndStaysAway() {
      Stage stage = Stage.inSession().on(new StationEvent.JournalFailed()).is(WIPING).erased();

      assertThat(stage.state(OutOfService.class).reason())
          .isEqualTo(OutOfServiceReason.JOURNAL_NOT_WRITABLE);
    }

    @Test
    void ofAnotherVisitorIsNotReplaced() {
      Command.Unlock other = unlock(OTHER_SESSION, HOUR);

      Stage.inSession()
          .command(other)
          .is(IN_SESSION)
          .answers(other.id(), CommandOutcome.REFUSED_BUSY);
    }
  }

  @Nested
  class LostVisits {

    private final StationEvent lost = new StationEvent.VisitLost(SESSION);

    @Test
    void areEndedAsFailedAndErased() {
      assertThat(Stage.inSession().on(lost).is(WIPING).did(Tell.Ended.class).reason())
          .isEqualTo(EndReason.FAILURE);
      assertThat(Stage.hidden().on(lost).is(WIPING).did(Tell.Ended.class).reason())
          .isEqualTo(EndReason.FAILURE);
    }

    @Test
    void failToOpen() {
      Command.Unlock unlock = unlock(SESSION, HOUR);

      Stage stage = Stage.locked().command(unlock).on(lost);

      stage.is(WIPING).did(new Do.Erase()).answers(unlock.id(), CommandOutcome.FAILED);
    }

    @Test
    void thatWereAtGoodbyeEndAsTheVisitorWished() {
      Stage stage = Stage.inSession().on(new Pressed.End()).on(lost);

      assertThat(stage.is(WIPING).did(Tell.Ended.class).reason()).isEqualTo(EndReason.VISITOR);
    }

    @Test
    void ofEarlierAreOldNews() {
      Stage.locked().on(lost).is(LOCKED).doesNothing();
      Stage.inSession().on(new StationEvent.VisitLost(OTHER_SESSION)).is(IN_SESSION).doesNothing();
    }
  }

  @Nested
  class Digits {

    @Test
    void areShownUntilTheVisitorHasNotedThem() {
      Stage stage = Stage.locked().command(unlock(SESSION, HOUR));
      assertThat(toNote(stage)).isEqualTo(SECRET);

      stage.on(new SpaceAnswered.Opened(SESSION, WALL_CLOCK)).after(MINUTE);
      assertThat(toNote(stage)).isEqualTo(SECRET);

      stage.on(new Pressed.Noted()).is(IN_SESSION).doesNothing();
      assertThat(toNote(stage)).isNull();
    }

    @Test
    void areNotShownToWhoHasNotedThemWhileOpening() {
      Stage stage = Stage.locked().command(unlock(SESSION, HOUR)).on(new Pressed.Noted());

      stage.is(OPENING).on(new SpaceAnswered.Opened(SESSION, WALL_CLOCK));

      assertThat(toNote(stage)).isNull();
    }

    @Test
    void areKnownToWhoTypesThem() {
      Stage stage = Stage.hidden();
      stage.on(new Pressed.Noted());
      assertThat(toNote(stage)).isEqualTo(SECRET);

      stage.on(new Pressed.Digits(SECRET)).is(IN_SESSION);

      assertThat(toNote(stage)).isNull();
    }

    @Test
    void areShownAgainWhenAMediatorGivesNewOnes() {
      Stage stage = Stage.inSession().on(new Pressed.Noted());

      stage.command(unlock(SESSION, HOUR)).is(IN_SESSION);

      assertThat(toNote(stage)).isEqualTo(SECRET);
    }

    private static @Nullable TicketSecret toNote(Stage stage) {
      return stage.station().state().visitUnderWay().orElseThrow().ticket().toNote();
    }
  }
}
