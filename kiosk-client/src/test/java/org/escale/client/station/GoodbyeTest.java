package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.junit.jupiter.api.Test;

/** What a visitor has in the printer and on her stick decides when she can go. */
class GoodbyeTest {

  private static final Stick STICK = new Stick("PHOTOS", 1_000_000_000, Stick.State.READY);
  private static final Saving COPYING = new Saving(Saving.State.UNDER_WAY, 1, 3);

  @Test
  void looksAtOnceWhenGoodbyeBeginsAndAtEachTick() {
    Stage stage = ending();

    stage.did(new Do.Look(Samples.SESSION));
    stage.on(new StationEvent.Tick()).did(new Do.Look(Samples.SESSION));
  }

  @Test
  void looksNowAndThenWhileTheVisitorWorks() {
    Stage stage = Stage.inSession().after(Duration.ofSeconds(9));

    stage.did(new Do.Look(Samples.SESSION));
  }

  @Test
  void savesOnAStickAloneThatCanBeWritten() {
    ending().on(new Pressed.Save()).doesNothing();
    seeing(with(new Stick("", 0, Stick.State.READ_ONLY), Saving.NOT_BEGUN))
        .on(new Pressed.Save())
        .doesNothing();
    seeing(with(STICK, COPYING)).on(new Pressed.Save()).doesNothing();

    seeing(with(STICK, Saving.NOT_BEGUN)).on(new Pressed.Save()).did(new Do.Save(Samples.SESSION));
  }

  @Test
  void takesAStickOutWhileWorkingAndAtGoodbyeButNotWhileItIsWritten() {
    seeing(with(STICK, COPYING)).on(new Pressed.Eject()).doesNothing();

    seeing(with(STICK, Saving.NOT_BEGUN))
        .on(new Pressed.Eject())
        .did(new Do.Eject(Samples.SESSION));
    Stage.inSession()
        .on(looked(with(STICK, Saving.NOT_BEGUN)))
        .on(new Pressed.Eject())
        .did(new Do.Eject(Samples.SESSION));
  }

  @Test
  void showsAStickWhileTheVisitorWorksIfItCanBeRead() {
    Stage.inSession().on(new Pressed.OpenStick()).doesNothing();
    working(new Stick("", 0, Stick.State.NOT_READABLE)).on(new Pressed.OpenStick()).doesNothing();

    working(new Stick("", 0, Stick.State.READ_ONLY))
        .on(new Pressed.OpenStick())
        .did(new Do.OpenStick(Samples.SESSION));
  }

  @Test
  void deletesHerDocumentsOnlyInAFullHomeAndNotWhileTheyAreCopied() {
    Outside full = new Outside(false, 0, 0, true, STICK, Saving.NOT_BEGUN, true);

    working(STICK).on(new Pressed.DeleteDocuments()).doesNothing();
    Stage.inSession()
        .on(looked(new Outside(false, 0, 0, true, STICK, COPYING, true)))
        .on(new Pressed.DeleteDocuments())
        .doesNothing();

    Stage.inSession()
        .on(looked(full))
        .on(new Pressed.DeleteDocuments())
        .did(new Do.DeleteDocuments(Samples.SESSION));
  }

  @Test
  void savesWhileTheVisitorWorksAndLooksHowItGoes() {
    working(new Stick("", 0, Stick.State.READ_ONLY)).on(new Pressed.Save()).doesNothing();

    Stage stage = working(STICK).on(new Pressed.Save()).did(new Do.Save(Samples.SESSION));

    stage.on(looked(with(STICK, COPYING)));
    stage.after(Duration.ofSeconds(1)).did(new Do.Look(Samples.SESSION));
    stage.after(Duration.ofSeconds(1)).did(new Do.Look(Samples.SESSION));
  }

  @Test
  void staysAsLongAsADocumentIsOnItsWayButNotPastTheSlot() {
    Stage stage = seeing(with(STICK, COPYING));

    stage.after(Limits.USUAL.goodbye().multipliedBy(3)).is(StationStateName.ENDING);
    stage.after(Duration.ofHours(1)).is(StationStateName.WIPING);
  }

  @Test
  void staysWhileAPageWaitsAndGoesSoonAfterItIsOut() {
    Stage stage = seeing(new Outside(true, 1, 2, false, null, Saving.NOT_BEGUN));
    stage.after(Limits.USUAL.goodbye().multipliedBy(3)).is(StationStateName.ENDING);

    stage.on(looked(new Outside(true, 0, 0, false, null, Saving.NOT_BEGUN)));

    stage.after(Limits.USUAL.goodbye()).is(StationStateName.WIPING);
  }

  @Test
  void staysNoLongerThanTheSlotWhenTimeIsOver() {
    Stage stage = Stage.inSession().after(Duration.ofMinutes(59)).is(StationStateName.ENDING);

    stage.on(looked(with(STICK, COPYING))).on(new Pressed.Save());

    stage.after(Duration.ofMinutes(1)).is(StationStateName.WIPING);
  }

  @Test
  void leavesWhileAPageComesOutButNotWhileTheStickIsWritten() {
    seeing(with(STICK, COPYING)).on(new Pressed.Leave()).is(StationStateName.ENDING);

    Stage left =
        seeing(new Outside(true, 1, 0, true, STICK, Saving.NOT_BEGUN)).on(new Pressed.Leave());

    assertThat(left.state(StationState.Wiping.class).outside())
        .returns(1, Outside::printing)
        .returns(true, Outside::hasStick);
  }

  @Test
  void remembersWhatWasSeenBackAtWork() {
    Stage stage = seeing(with(STICK, Saving.NOT_BEGUN)).on(new Pressed.BackToWork());

    assertThat(stage.state(StationState.InSession.class).visit().outside().stick())
        .isEqualTo(STICK);
  }

  @Test
  void heedsNoLookAtAnotherVisit() {
    Stage stage = ending();

    stage.on(new SpaceAnswered.Looked(SessionId.random(), with(STICK, Saving.NOT_BEGUN)));

    assertThat(stage.state(StationState.Ending.class).visit().outside()).isEqualTo(Outside.NOTHING);
  }

  @Test
  void namesNoStickInWhatIsWrittenDown() {
    assertThat(with(STICK, COPYING).toString()).doesNotContain("PHOTOS");
  }

  private static Stage ending() {
    return Stage.inSession().on(new Pressed.End());
  }

  private static Stage working(Stick stick) {
    return Stage.inSession().on(looked(with(stick, Saving.NOT_BEGUN)));
  }

  private static Stage seeing(Outside outside) {
    return ending().on(looked(outside));
  }

  private static SpaceAnswered.Looked looked(Outside outside) {
    return new SpaceAnswered.Looked(Samples.SESSION, outside);
  }

  private static Outside with(Stick stick, Saving saving) {
    return new Outside(true, 0, 0, true, stick, saving);
  }
}
