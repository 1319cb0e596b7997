package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.shell.bring.BringViewModel;
import org.escale.client.shell.guide.GuideViewModel;
import org.escale.client.shell.session.DockViewModel;
import org.escale.client.shell.stick.StickViewModel.News;
import org.escale.client.shell.stick.StickViewModel.Tone;
import org.escale.client.station.Outside;
import org.escale.client.station.Saving;
import org.escale.client.station.Stick;
import org.escale.protocol.Bringing;
import org.escale.protocol.EndReason;
import org.escale.protocol.Extensions;
import org.escale.protocol.HelpReason;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketSecret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A visitor at work, and at the end of the work. */
class JourneyInVisitTest extends JourneyInATest {

  @Test
  void chimesOnceForEachWarning() {
    journey.receive(session(27, null));
    journey.receive(session(5, TimeWarning.FIVE_MINUTES));
    journey.receive(session(5, TimeWarning.FIVE_MINUTES));
    journey.receive(session(1, TimeWarning.ONE_MINUTE));

    assertThat(chimes).hasSize(2);
  }

  @Test
  void staysLongerAgainAndAgainByOnePress() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    for (int time = 1; time <= 10; time++) {
      sent.clear();
      journey.receive(session(5, TimeWarning.FIVE_MINUTES));
      journey.receive(
          new ToShell.MoreTimePossible(new Extensions.Possible(Duration.ofMinutes(15), null)));
      assertThat(dock.moreTimeWords()).contains("Rester 15\u00a0minutes de plus");
      dock.askMoreTime();
      dock.askMoreTime();
      assertThat(sent).containsExactly(new FromShell.AskMoreTime(), new FromShell.MoreTime());
      journey.receive(new ToShell.MoreTimeGiven(Duration.ofMinutes(15)));
      journey.receive(session(20, null));
      assertThat(dock.moreTimeWords()).isEmpty();
    }
  }

  @Test
  void saysKindlyThatSomebodyWaits() {
    journey.receive(session(5, TimeWarning.FIVE_MINUTES));
    DockViewModel dock = as(Place.Session.class).model();
    journey.receive(
        new ToShell.MoreTimePossible(new Extensions.Possible(null, RefusalReason.SOMEBODY_WAITS)));

    assertThat(dock.moreTimeWords()).isEmpty();
    assertThat(dock.noMoreTimeWords()).contains("attend");
  }

  @Test
  void invitesATelephoneAndSaysHowManyPapersHaveCome() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    dock.openBring();
    assertThat(sent).containsExactly(new FromShell.InvitePhone());
    assertThat(dock.name()).isEqualTo("session-bring");

    journey.receive(new ToShell.PhoneInvited(Scenes.INVITATION));
    assertThat(dock.bring().stateProperty().get())
        .isEqualTo(new BringViewModel.State.Invited(Scenes.INVITATION));
    assertThat(Scenes.INVITATION.link()).endsWith("/apporter#7K3QZM0A");
    assertThat(dock.bring().storedWords()).isEmpty();
    journey.receive(new ToShell.PhoneBrought(2, Bringing.Outcome.STORED));
    assertThat(dock.bring().storedWords()).startsWith("2 documents");
    assertThat(dock.bring().problemWords()).isEmpty();
    journey.receive(new ToShell.PhoneBrought(2, Bringing.Outcome.HOME_FULL));
    assertThat(dock.bring().problemWords()).isPresent();

    dock.back();

    assertThat(dock.name()).isEqualTo("session");
  }

  @Test
  void saysThatNoTelephoneCanBeInvitedNowAndWhenItsCodeIsOver() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    dock.openBring();
    journey.receive(new ToShell.Refused(RefusalReason.SERVER_NOT_REACHED));
    assertThat(dock.bring().stateProperty().get()).isEqualTo(new BringViewModel.State.NotNow());

    dock.bring().ask();
    journey.receive(new ToShell.PhoneInvited(Scenes.INVITATION));
    journey.receive(new ToShell.InvitationOver());

    assertThat(dock.bring().stateProperty().get()).isEqualTo(new BringViewModel.State.Over());
  }

  @Test
  void saysThatTheCentreClosesEarly() {
    journey.receive(session(27, null));
    journey.receive(
        new Screen.Session(
            Scenes.UMBRELLA,
            Duration.ofMinutes(12),
            Duration.ofMinutes(30),
            null,
            null,
            false,
            true,
            null,
            Outside.NOTHING,
            LAYOUT));

    assertThat(as(Place.Session.class).model().warningWords()).contains("plus tôt");
    assertThat(chimes).hasSize(1);
  }

  @Test
  void saysWhileTheHomeIsFullWhatToDoAboutIt() {
    journey.receive(session(Outside.NOTHING));
    DockViewModel dock = as(Place.Session.class).model();
    assertThat(dock.fullWords()).isEmpty();

    journey.receive(session(new Outside(false, 0, 0, true, null, Saving.NOT_BEGUN, true)));
    assertThat(dock.fullWords()).contains("touchez ici", "sur une clé");
    dock.openGuides();
    assertThat(dock.fullWords()).contains("plus de place").doesNotContain("clé");
    dock.back();
    journey.receive(session(new Outside(false, 0, 0, false, null, Saving.NOT_BEGUN, true)));
    assertThat(dock.fullWords()).contains("touchez ici").doesNotContain("clé");

    journey.receive(session(Outside.NOTHING));
    assertThat(dock.fullWords()).isEmpty();
  }

  @Test
  void makesRoomInAFullHomeOnlyAfterAskingOnceMore() {
    Outside full = new Outside(false, 0, 0, true, null, Saving.NOT_BEGUN, true);
    journey.receive(session(full));
    DockViewModel dock = as(Place.Session.class).model();

    dock.openRoom();
    assertThat(dock.name()).isEqualTo("session-room");
    dock.back();
    assertThat(sent).doesNotContain(new FromShell.DeleteDocuments());
    dock.openRoom();
    dock.deleteDocuments();

    assertThat(sent).containsOnlyOnce(new FromShell.DeleteDocuments());
    assertThat(dock.name()).isEqualTo("session");
    assertThat(dock.fullWords()).as("until there is room").isNotEmpty();
    dock.openRoom();
    journey.receive(session(Outside.NOTHING));
    assertThat(dock.name()).isEqualTo("session");
  }

  @Test
  void showsSavesAndTakesOutTheStickBesideTheWork() {
    journey.receive(session(with(STICK, Saving.NOT_BEGUN)));
    DockViewModel dock = as(Place.Session.class).model();

    dock.openStick();
    assertThat(dock.name()).isEqualTo("session-stick");
    dock.stick().open();
    dock.stick().save();
    dock.stick().eject();

    assertThat(sent)
        .containsExactly(
            new FromShell.OpenStick(), new FromShell.SaveToStick(), new FromShell.EjectStick());
    dock.back();
    assertThat(dock.panelProperty().get()).isEqualTo(DockViewModel.Panel.MAIN);
  }

  @Test
  void leavesTheStickOnceItIsTakenOut() {
    journey.receive(session(with(STICK, Saving.NOT_BEGUN)));
    DockViewModel dock = as(Place.Session.class).model();
    dock.openStick();

    journey.receive(session(with(null, Saving.NOT_BEGUN)));

    assertThat(dock.panelProperty().get()).isEqualTo(DockViewModel.Panel.MAIN);
  }

  /** She may have made more documents since. */
  @Test
  void offersAtGoodbyeToSaveAgainWhatWasSavedBefore() {
    Saving saved = new Saving(Saving.State.SAVED, 3, 3);

    journey.receive(ending(with(STICK, saved)));
    assertThat(stickNews()).returns("", News::words).returns(true, News::canSave);

    journey.receive(ending(with(STICK, new Saving(Saving.State.UNDER_WAY, 1, 4))));
    journey.receive(ending(with(STICK, new Saving(Saving.State.SAVED, 4, 4))));
    assertThat(stickNews()).returns(Tone.DONE, News::tone).returns(false, News::canSave);
  }

  @Test
  void keepsTheGuideOpenBehindTheCoverAndSaysWhenItIsClosed() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    dock.openGuides();
    dock.guides().open(Scenes.guide());
    journey.receive(new Screen.Hidden(Scenes.UMBRELLA, 5));
    journey.receive(session(26, null));
    assertThat(as(Place.Session.class).model().guides().isOpen()).isTrue();
    assertThat(sent).containsExactly(new FromShell.OpenGuide("declaration"));

    dock.back();
    assertThat(sent).last().isEqualTo(new FromShell.CloseGuide());
  }

  @Test
  void returnsFromHelpToTheGuide() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    dock.openGuides();
    dock.guides().open(Scenes.guide());
    dock.openHelp();
    dock.back();

    assertThat(dock.panelProperty().get()).isEqualTo(DockViewModel.Panel.GUIDES);
  }

  @Test
  void keepsTheOpenPanelWhileTimeGoesOn() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    dock.openHelp();
    dock.help().ask(HelpReason.PRINT);
    journey.receive(session(26, null));

    assertThat(as(Place.Session.class).model()).isSameAs(dock);
    assertThat(dock.panelProperty().get()).isEqualTo(DockViewModel.Panel.HELP);
    assertThat(dock.remainingWords()).contains("26");
    assertThat(sent).containsExactly(new FromShell.AskHelp(HelpReason.PRINT));
  }

  @Test
  void walksThroughAGuideOneStepAtATimeAndBack() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    GuideViewModel guides = dock.guides();
    dock.openGuides();
    guides.open(Scenes.guide());
    guides.next();
    guides.next();

    assertThat(guides.pageProperty().get())
        .isEqualTo(new GuideViewModel.Page.AtStep(Scenes.guide(), 1));
    dock.back();
    dock.back();
    assertThat(guides.pageProperty().get())
        .isEqualTo(new GuideViewModel.Page.Prepare(Scenes.guide()));
    assertThat(sent).containsExactly(new FromShell.OpenGuide("declaration"));
  }

  @Test
  void showsTheDigitsUntilTheVisitorHasNotedThem() {
    journey.receive(session(Scenes.DIGITS));
    DockViewModel dock = as(Place.Session.class).model();
    assertThat(dock.digitsProperty().getValue()).contains(Scenes.DIGITS);

    dock.noted();
    journey.receive(session(27, null));

    assertThat(sent).containsExactly(new FromShell.Noted());
    assertThat(dock.digitsProperty().getValue()).isEmpty();
  }

  @Test
  void turnsEveryLeafOfAGuidesPageBeforeTheNextPage() {
    journey.receive(session(27, null));
    GuideViewModel guides = as(Place.Session.class).model().guides();
    guides.open(Scenes.guide());
    guides.leafCountProperty().set(3);
    guides.next();
    guides.next();

    assertThat(guides.leafProperty().get()).isEqualTo(2);
    assertThat(guides.hasMoreLeaves()).isFalse();
    assertThat(guides.pageProperty().get())
        .isEqualTo(new GuideViewModel.Page.Prepare(Scenes.guide()));
    guides.next();
    assertThat(guides.pageProperty().get())
        .isEqualTo(new GuideViewModel.Page.AtStep(Scenes.guide(), 0));
    assertThat(guides.leafProperty().get()).isZero();
  }

  @Test
  void turnsAGuidesLeavesBackBeforeLeavingThePage() {
    journey.receive(session(27, null));
    GuideViewModel guides = as(Place.Session.class).model().guides();
    guides.open(Scenes.guide());
    guides.leafCountProperty().set(2);
    guides.next();
    guides.back();

    assertThat(guides.leafProperty().get()).isZero();
    guides.back();
    assertThat(guides.pageProperty().get()).isEqualTo(new GuideViewModel.Page.Listing());
  }

  @Test
  void closesAGuideOnlyAfterTheLastLeafOfItsLastStep() {
    journey.receive(session(27, null));
    DockViewModel dock = as(Place.Session.class).model();
    dock.openGuides();
    dock.guides().open(Scenes.guide());
    for (int press = 0; press < 3; press++) {
      dock.guides().next();
    }
    dock.guides().leafCountProperty().set(2);
    dock.guides().next();
    assertThat(dock.panelProperty().get()).isEqualTo(DockViewModel.Panel.GUIDES);

    dock.guides().next();
    assertThat(dock.panelProperty().get()).isEqualTo(DockViewModel.Panel.MAIN);
  }

  @Test
  void goesBackToWorkOnlyWhileThatIsOffered() {
    journey.receive(
        new Screen.Ending(
            EndReason.TIME_OVER, false, Duration.ofMinutes(2), Outside.NOTHING, LAYOUT));
    as(Place.Ending.class).model().back();
    assertThat(sent).isEmpty();

    journey.receive(
        new Screen.Ending(EndReason.VISITOR, true, Duration.ofMinutes(2), Outside.NOTHING, LAYOUT));
    as(Place.Ending.class).model().back();
    assertThat(sent).containsExactly(new FromShell.BackToWork());
  }

  @Test
  void countsDownToTheErasingInWords() {
    journey.receive(
        new Screen.Ending(
            EndReason.VISITOR, true, Duration.ofSeconds(62), Outside.NOTHING, LAYOUT));
    assertThat(as(Place.Ending.class).model().graceWords()).contains("2\u00a0minutes");
    seconds(23);

    assertThat(as(Place.Ending.class).model().graceWords()).contains("40\u00a0secondes");
  }

  @Test
  void showsNothingToPressWhileTheAgentIsGone() {
    journey.receive(session(27, null));
    journey.lostAgent();

    as(Place.OneMoment.class);
  }

  private News stickNews() {
    News news = as(Place.Ending.class).model().stick().newsProperty().get();
    return Objects.requireNonNull(news);
  }

  private static Screen.Session session(TicketSecret digits) {
    Duration half = Duration.ofMinutes(30);
    return new Screen.Session(
        Scenes.UMBRELLA, half, half, null, null, false, false, digits, Outside.NOTHING, LAYOUT);
  }

  private static Screen.Session session(long minutes, @Nullable TimeWarning warning) {
    return new Screen.Session(
        Scenes.UMBRELLA,
        Duration.ofMinutes(minutes),
        Duration.ofMinutes(30),
        warning,
        null,
        false,
        false,
        null,
        Outside.NOTHING,
        LAYOUT);
  }

  private static Screen.Session session(Outside outside) {
    Duration half = Duration.ofMinutes(30);
    return new Screen.Session(
        Scenes.UMBRELLA, half, half, null, null, false, false, null, outside, LAYOUT);
  }

  private static Screen.Ending ending(Outside outside) {
    return new Screen.Ending(EndReason.VISITOR, true, Duration.ofMinutes(2), outside, LAYOUT);
  }

  private static Outside with(@Nullable Stick stick, Saving saving) {
    return new Outside(false, 0, 0, true, stick, saving);
  }
}
