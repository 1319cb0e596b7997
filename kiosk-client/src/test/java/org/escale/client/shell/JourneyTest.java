package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.shell.booking.BookedViewModel;
import org.escale.client.shell.booking.InLineViewModel;
import org.escale.client.shell.booking.NeedsViewModel;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.booking.TicketSeenViewModel;
import org.escale.client.shell.booking.WaitViewModel;
import org.escale.client.shell.bring.BringViewModel;
import org.escale.client.shell.guide.GuideViewModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.session.DockViewModel;
import org.escale.client.shell.stick.StickViewModel.News;
import org.escale.client.shell.stick.StickViewModel.Tone;
import org.escale.client.station.Outside;
import org.escale.client.station.Saving;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.Stick;
import org.escale.protocol.BookingId;
import org.escale.protocol.Bringing;
import org.escale.protocol.EndReason;
import org.escale.protocol.Extensions;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JourneyTest {

  private static final BookingId BOOKING = new BookingId(new UUID(1, 2));

  private static final Stick STICK = new Stick("PHOTOS", 1_000_000_000, Stick.State.READY);
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
    journey.receive(new ToShell.Offered(Scenes.offer(null)));
    sent.clear();
    journey.receive(new ToShell.Refused(RefusalReason.SLOT_JUST_TAKEN));

    assertThat(as(Place.Slots.class).model().desk().refusalProperty().get())
        .isEqualTo(RefusalReason.SLOT_JUST_TAKEN);
    assertThat(sent).hasSize(1).first().isInstanceOf(FromShell.AskSlots.class);
  }

  @Test
  void doesNotAskAServerAgainAtOnceThatWasNotReached() {
    choices();
    sent.clear();
    journey.receive(new ToShell.Refused(RefusalReason.SERVER_NOT_REACHED));

    assertThat(sent).isEmpty();
  }

  @Test
  void booksInFourPressesFromTheFirstScreen() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.FRENCH);
    journey.receive(new ToShell.Offered(Scenes.offer(null)));
    as(Place.Choices.class).model().later();
    SlotsViewModel slots = as(Place.Slots.class).model();
    slots.book(slots.shown().getFirst());
    journey.receive(new ToShell.Booked(booked()));

    assertThat(sent)
        .contains(new FromShell.Book(Scenes.slots().getFirst(), Set.of(), null))
        .last()
        .isInstanceOf(FromShell.Book.class);
    BookedViewModel ticket = as(Place.Booked.class).model();
    assertThat(ticket.text())
        .contains("le parapluie vert", "4071", "lundi 23 novembre", "Poste 4")
        .doesNotContain("http");
    ticket.done();
    as(Place.ChooseLanguage.class);
  }

  @Test
  void givesBackATicketThatComesWhenItsVisitorHasGone() {
    slots().book(Scenes.slots().getFirst());
    as(Place.Slots.class).model().back();
    as(Place.Choices.class).model().back();
    journey.receive(new ToShell.Booked(booked()));

    as(Place.ChooseLanguage.class);
    assertThat(sent.getLast())
        .isEqualTo(new FromShell.CancelTicket(Scenes.UMBRELLA, Scenes.DIGITS));
  }

  @Test
  void asksForTheTimesOfAnotherDayAndShowsThoseAlone() {
    SlotsViewModel slots = slots();
    LocalDate tomorrow = slots.days().get(1);
    slots.choose(tomorrow);
    assertThat(slots.shown()).isEmpty();

    var wish = slots.wish().orElseThrow();
    assertThat(sent.getLast()).isEqualTo(new FromShell.AskSlots(wish));
    journey.receive(new ToShell.SlotsFree(wish, Scenes.slots().subList(0, 3)));
    assertThat(slots.shown()).hasSize(3);
    slots.choose(slots.days().getFirst());
    assertThat(slots.shown()).hasSize(SlotsViewModel.PER_PAGE);
    assertThat(slots.dayWords(tomorrow)).isEqualTo("Demain");
    assertThat(slots.dayWords(tomorrow.plusDays(1))).isEqualTo("Mercredi");
  }

  @Test
  void showsTheNearestTimesInsteadOfOneThatWasJustTaken() {
    SlotsViewModel slots = slots();
    slots.book(Scenes.slots().getFirst());
    List<Visits.Slot> nearest = Scenes.slots().subList(2, 5);
    journey.receive(new ToShell.Refused(RefusalReason.SLOT_JUST_TAKEN, nearest));

    assertThat(slots.shown()).isEqualTo(nearest);
    slots.back();
    assertThat(slots.shown()).hasSize(SlotsViewModel.PER_PAGE);
    as(Place.Slots.class);
  }

  @Test
  void booksWithWhatFewNeedAndForgetsItAfterwards() {
    slots().needs();
    NeedsViewModel needs = as(Place.Needs.class).model();
    needs.turn(StationTrait.WHEELCHAIR_ACCESS);
    needs.turnLonger();
    needs.choosePlace();
    Visits.Place place = as(Place.Needs.class).model().placesShown().get(2);
    as(Place.Needs.class).model().choose(place);
    as(Place.Needs.class).model().back();

    SlotsViewModel slots = as(Place.Slots.class).model();
    assertThat(slots.wish().orElseThrow())
        .isEqualTo(
            Visits.SlotsWish.of(
                LocalDate.of(2026, 11, 23),
                Duration.ofHours(2),
                Set.of(StationTrait.WHEELCHAIR_ACCESS),
                place.station()));
    slots.book(Scenes.slots().getFirst());
    assertThat(sent.getLast())
        .isEqualTo(
            new FromShell.Book(
                Scenes.slots().getFirst(),
                Set.of(StationTrait.WHEELCHAIR_ACCESS),
                place.station()));
    journey.receive(new ToShell.Booked(booked()));
    as(Place.Booked.class).model().done();
    assertThat(slots().wish().orElseThrow().needs()).isEmpty();
  }

  @Test
  void waitsInLineWhenNothingIsFree() {
    choices();
    journey.receive(new ToShell.Offered(Scenes.taken()));
    assertThat(as(Place.Choices.class).model().canTakeNow()).isFalse();
    as(Place.Choices.class).model().waitInLine();
    WaitViewModel wait = as(Place.Wait.class).model();
    assertThat(wait.beforeWords()).isEqualTo("2 personnes passent avant vous.");
    assertThat(wait.waitWords()).contains("25\u00a0minutes");
    wait.join();
    journey.receive(
        new ToShell.Joined(
            new Queueing.Joined(Scenes.UMBRELLA, Scenes.DIGITS, new QueuePlace(1, null))));

    assertThat(sent).contains(new FromShell.JoinQueue(Set.of(), Duration.ofHours(1)));
    InLineViewModel inLine = as(Place.InLine.class).model();
    assertThat(inLine.beforeWords()).isEqualTo("Vous êtes la prochaine personne.");
    assertThat(inLine.waitWords()).contains("pas encore");
  }

  @Test
  void returnsToTheChoicesWhenAComputerHasBecomeFreeMeanwhile() {
    choices();
    journey.receive(new ToShell.Offered(Scenes.taken()));
    as(Place.Choices.class).model().waitInLine();
    as(Place.Wait.class).model().join();
    journey.receive(new ToShell.Refused(RefusalReason.STATION_IS_FREE));

    assertThat(as(Place.Choices.class).model().desk().refusalProperty().get())
        .isEqualTo(RefusalReason.STATION_IS_FREE);
    assertThat(sent.getLast()).isEqualTo(new FromShell.AskOffer());
  }

  @Test
  void findsATicketInTwoPressesAndItsDigitsThenBegins() {
    seeTicket(null);

    TicketSeenViewModel seen = as(Place.TicketSeen.class).model();
    assertThat(seen.canStart()).isTrue();
    seen.start();
    assertThat(sent)
        .contains(new FromShell.ShowTicket(Scenes.UMBRELLA, Scenes.DIGITS))
        .last()
        .isEqualTo(new FromShell.StartTicket(Scenes.UMBRELLA, Scenes.DIGITS));
  }

  @Test
  void saysHowLongItIsTooEarly() {
    seeTicket(RefusalReason.TICKET_NOT_YET);

    TicketSeenViewModel seen = as(Place.TicketSeen.class).model();
    assertThat(seen.canStart()).isFalse();
    assertThat(seen.nextWords()).contains("28\u00a0minutes");
  }

  @Test
  void movesATicketAndShowsWhatItIsGoodForNow() {
    seeTicket(RefusalReason.TICKET_NOT_YET);
    as(Place.TicketSeen.class).model().move();
    SlotsViewModel slots = as(Place.Slots.class).model();
    assertThat(slots.canChooseNeeds()).isFalse();
    journey.receive(new ToShell.Offered(Scenes.taken()));
    assertThat(slots.wish().map(Visits.SlotsWish::moving)).contains(BOOKING);
    Visits.Slot later = Scenes.slots().get(3);
    slots.book(later);

    assertThat(sent.getLast())
        .isEqualTo(new FromShell.MoveTicket(Scenes.UMBRELLA, Scenes.DIGITS, later));
    journey.receive(
        new ToShell.TicketMoved(
            new Tickets.Seen(Scenes.UMBRELLA, later, "Poste 2", null, null, null)));
    assertThat(as(Place.TicketSeen.class).model().stationName()).contains("Poste 2");
  }

  @Test
  void givesATicketBackOnlyAfterAskingOnceMore() {
    seeTicket(null);
    as(Place.TicketSeen.class).model().askToGiveBack();
    as(Place.TicketSeen.class).model().back();
    assertThat(sent).noneMatch(FromShell.CancelTicket.class::isInstance);

    as(Place.TicketSeen.class).model().askToGiveBack();
    as(Place.TicketSeen.class).model().giveBack();
    journey.receive(new ToShell.TicketCancelled(Scenes.UMBRELLA));
    as(Place.GivenBack.class).model().done();
    as(Place.ChooseLanguage.class);
  }

  @Test
  void leavesANewScreenToo() {
    seeTicket(null);
    seconds(60);

    as(Place.ChooseLanguage.class);
  }

  @Test
  void saysUntilWhenAndWhyThen() {
    choices();
    journey.receive(
        new ToShell.Offered(
            new Visits.Offer(
                new Visits.WalkIn(
                    Duration.ofMinutes(28),
                    Scenes.NOW.plusSeconds(28 * 60),
                    Visits.Until.NEXT_TICKET),
                List.of(),
                null,
                Scenes.choices(),
                null)));

    assertThat(as(Place.Choices.class).model().takeNowWords())
        .contains("15\u00a0h\u00a000", "réservé");
  }

  @Test
  void saysWhenTheCentreOpensNext() {
    choices();
    journey.receive(
        new ToShell.Offered(
            new Visits.Offer(
                null, List.of(), null, Scenes.choices(), Instant.parse("2026-11-24T08:00:00Z"))));

    assertThat(as(Place.Choices.class).model().takeNowWords())
        .contains("fermé", "mardi 24 novembre", "9\u00a0h\u00a000");
  }

  @Test
  void staysWhereTheVisitorIsWhenTheFreeStationTellsItsNewsAgain() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.ENGLISH);
    journey.receive(new Screen.Welcome(Scenes.UMBRELLA, Duration.ofMinutes(3), null, null));

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
    journey.receive(new Screen.Welcome(Scenes.UMBRELLA, Duration.ZERO, null, null));
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
    assertThat(dock.fullWords()).contains("supprimez", "sur une clé");
    dock.openGuides();
    assertThat(dock.fullWords()).contains("plus de place").doesNotContain("clé");
    dock.back();
    journey.receive(session(new Outside(false, 0, 0, false, null, Saving.NOT_BEGUN, true)));
    assertThat(dock.fullWords()).contains("supprimez").doesNotContain("clé");

    journey.receive(session(Outside.NOTHING));
    assertThat(dock.fullWords()).isEmpty();
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

  private static Screen.Welcome free() {
    return new Screen.Welcome(null, null, null, Scenes.NOW);
  }

  @Test
  void aCodeIsHandedOverWithItsLastDigitAndMayBeTypedAgain() {
    choices();
    as(Place.Choices.class).model().code();
    var code = as(Place.Code.class).model();
    "482913".chars().forEach(digit -> code.digits().type(digit - '0'));

    assertThat(sent).last().isEqualTo(new FromShell.TypeCode("482913"));
    journey.receive(new ToShell.Refused(RefusalReason.CODE_UNKNOWN));

    assertThat(as(Place.Code.class).model().desk().refusalProperty().get())
        .isEqualTo(RefusalReason.CODE_UNKNOWN);
    assertThat(code.digits().at(0)).isEmpty();
    code.back();
    as(Place.Choices.class);
  }

  @Test
  void whileTheServerIsAwayACodeIsTheOneOnPaper() {
    choices();
    as(Place.Choices.class).model().code();
    var code = as(Place.Code.class).model();
    assertThat(code.digits().length()).isEqualTo(6);

    around.aboutProperty().set(Scenes.about(false, false));

    assertThat(code.digits().length()).isEqualTo(8);
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

  private void choices() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.FRENCH);
  }

  private SlotsViewModel slots() {
    choices();
    journey.receive(new ToShell.Offered(Scenes.offer(null)));
    as(Place.Choices.class).model().later();
    return as(Place.Slots.class).model();
  }

  private void seeTicket(@Nullable RefusalReason notHere) {
    choices();
    as(Place.Choices.class).model().ticket();
    as(Place.FindTicket.class).model().choose(TicketColour.GREEN);
    as(Place.FindTicket.class).model().choose(Pictogram.UMBRELLA, TicketColour.GREEN);
    for (int digit : new int[] {4, 0, 7, 1}) {
      as(Place.FindTicket.class).model().digits().type(digit);
    }
    journey.receive(
        new ToShell.TicketSeen(
            new Tickets.Seen(
                Scenes.UMBRELLA, Scenes.slots().getFirst(), "Poste 3", null, notHere, BOOKING)));
  }

  private static Visits.Booked booked() {
    return new Visits.Booked(
        new BookingId(new UUID(1, 2)),
        Scenes.UMBRELLA,
        Scenes.DIGITS,
        Scenes.slots().getFirst(),
        "Poste 4");
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
