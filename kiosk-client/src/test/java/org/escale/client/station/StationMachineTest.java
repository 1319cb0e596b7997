package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.client.station.Samples.ORDER;
import static org.escale.client.station.Samples.OTHER_SESSION;
import static org.escale.client.station.Samples.OTHER_TICKET;
import static org.escale.client.station.Samples.SECRET;
import static org.escale.client.station.Samples.SESSION;
import static org.escale.client.station.Samples.SITE;
import static org.escale.client.station.Samples.TICKET;
import static org.escale.client.station.Samples.WALL_CLOCK;
import static org.escale.client.station.Samples.WRONG;
import static org.escale.client.station.Samples.unlock;
import static org.escale.protocol.StationStateName.ENDING;
import static org.escale.protocol.StationStateName.HIDDEN;
import static org.escale.protocol.StationStateName.IN_SESSION;
import static org.escale.protocol.StationStateName.LOCKED;
import static org.escale.protocol.StationStateName.OPENING;
import static org.escale.protocol.StationStateName.OUT_OF_SERVICE;
import static org.escale.protocol.StationStateName.WIPING;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.StationState.Ending;
import org.escale.client.station.StationState.Hidden;
import org.escale.client.station.StationState.InSession;
import org.escale.client.station.StationState.Locked;
import org.escale.client.station.StationState.OutOfService;
import org.escale.client.station.StationState.Wiping;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Notice;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StationMachineTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

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
