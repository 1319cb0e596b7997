package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.shell.guide.GuideViewModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.session.DockViewModel;
import org.escale.client.station.ScreenLayout;
import org.escale.protocol.EndReason;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketSecret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JourneyTest {

  private static final ScreenLayout LAYOUT = new ScreenLayout(1280, 800, false);

  private final List<FromShell> sent = new ArrayList<>();
  private final List<String> chimes = new ArrayList<>();
  private final Surroundings around = new Surroundings(Scenes.about(true, false), Scenes.NOW);
  private final Journey journey = new Journey(around, sent::add, () -> chimes.add("chime"));

  @Test
  void goesFromTheLanguageToAVisitTakenNow() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.ARABIC);
    journey.receive(new ToShell.Offered(Scenes.offer(Duration.ofMinutes(30))));
    as(Place.Choices.class).model().takeNow();
    journey.receive(new Screen.Opening(Scenes.UMBRELLA, Scenes.DIGITS));

    assertThat(sent)
        .containsExactly(
            new FromShell.ChooseLanguage(Language.ARABIC),
            new FromShell.AskOffer(),
            new FromShell.TakeNow());
    assertThat(as(Place.Opening.class).model().digits()).contains(Scenes.DIGITS);
  }

  @Test
  void pressesOnlyOnceWhileThePressIsAnswered() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.FRENCH);
    as(Place.Choices.class).model().takeNow();
    as(Place.Choices.class).model().takeNow();

    assertThat(sent).filteredOn(FromShell.TakeNow.class::isInstance).hasSize(1);
  }

  @Test
  void asksAgainWhatCanBeHadWhenATimeWasJustTaken() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.FRENCH);
    as(Place.Choices.class).model().later();
    journey.receive(new ToShell.Refused(RefusalReason.SLOT_JUST_TAKEN));

    assertThat(as(Place.Slots.class).model().desk().refusalProperty().get())
        .isEqualTo(RefusalReason.SLOT_JUST_TAKEN);
    assertThat(sent.getLast()).isEqualTo(new FromShell.AskOffer());
  }

  @Test
  void staysWhereTheVisitorIsWhenTheFreeStationTellsItsNewsAgain() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.ENGLISH);
    journey.receive(new Screen.Welcome(Scenes.UMBRELLA, Duration.ofMinutes(3), null));

    assertThat(as(Place.Choices.class).model().ticketAwaited()).isTrue();
  }

  @Test
  void asksWhetherSomebodyIsThereThenReturnsToTheFirstScreen() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.ENGLISH);

    seconds(39);
    assertThat(journey.stillThere().askingProperty().get()).isFalse();
    seconds(1);
    assertThat(journey.stillThere().askingProperty().get()).isTrue();
    seconds(20);
    as(Place.ChooseLanguage.class);
    assertThat(around.language()).isEqualTo(Language.FRENCH);
  }

  @Test
  void staysWhileSomebodyTouches() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.ENGLISH);
    seconds(50);
    journey.stillThere().touched();
    seconds(50);

    as(Place.Choices.class);
  }

  @Test
  void opensTheNoticeWithOnePressFromTheFirstScreen() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().notice();

    assertThat(as(Place.Notice.class).model().offersLanguages()).isTrue();
    as(Place.Notice.class).model().back();
    as(Place.ChooseLanguage.class);
  }

  @Test
  void handsOverTheDigitsWithTheFourthAndForgetsThem() {
    journey.receive(new Screen.Welcome(Scenes.UMBRELLA, Duration.ZERO, null));
    as(Place.ChooseLanguage.class).model().choose(Language.FRENCH);
    as(Place.Choices.class).model().ticket();
    var digits = as(Place.HeldTicket.class).model().digits();
    for (int digit : new int[] {4, 9, 0, 7}) {
      digits.type(digit);
      if (digit == 9) {
        digits.erase();
      }
    }
    digits.type(1);

    assertThat(sent.getLast()).isEqualTo(new FromShell.StartHeld(Scenes.DIGITS));
    assertThat(digits.countProperty().get()).isZero();
    assertThat(digits.toString()).doesNotContain("4");
  }

  @Test
  void chimesOnceForEachWarning() {
    journey.receive(session(27, null));
    journey.receive(session(5, TimeWarning.FIVE_MINUTES));
    journey.receive(session(5, TimeWarning.FIVE_MINUTES));
    journey.receive(session(1, TimeWarning.ONE_MINUTE));

    assertThat(chimes).hasSize(2);
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
    journey.receive(new Screen.Ending(EndReason.TIME_OVER, false, Duration.ofMinutes(2), LAYOUT));
    as(Place.Ending.class).model().back();
    assertThat(sent).isEmpty();

    journey.receive(new Screen.Ending(EndReason.VISITOR, true, Duration.ofMinutes(2), LAYOUT));
    as(Place.Ending.class).model().back();
    assertThat(sent).containsExactly(new FromShell.BackToWork());
  }

  @Test
  void countsDownToTheErasingInWords() {
    journey.receive(new Screen.Ending(EndReason.VISITOR, true, Duration.ofSeconds(62), LAYOUT));
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

  private static Screen.Welcome free() {
    return new Screen.Welcome(null, null, Scenes.NOW);
  }

  private static Screen.Session session(TicketSecret digits) {
    Duration half = Duration.ofMinutes(30);
    return new Screen.Session(Scenes.UMBRELLA, half, half, null, null, false, digits, LAYOUT);
  }

  private static Screen.Session session(long minutes, @Nullable TimeWarning warning) {
    return new Screen.Session(
        Scenes.UMBRELLA,
        Duration.ofMinutes(minutes),
        Duration.ofMinutes(30),
        warning,
        null,
        false,
        null,
        LAYOUT);
  }

  private void seconds(int count) {
    for (int second = 0; second < count; second++) {
      journey.tick();
    }
  }

  private <P extends Place> P as(Class<P> kind) {
    assertThat(journey.placeProperty().get()).isInstanceOf(kind);
    return kind.cast(journey.placeProperty().get());
  }
}
