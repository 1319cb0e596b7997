package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.shell.booking.BookedViewModel;
import org.escale.client.shell.booking.InLineViewModel;
import org.escale.client.shell.booking.NeedsViewModel;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.booking.WaitViewModel;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.junit.jupiter.api.Test;

/** A visitor from the first screen to the ticket or the visit. */
class JourneyTest extends JourneyInATest {

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

  private static Visits.Booked booked() {
    return new Visits.Booked(
        new BookingId(new UUID(1, 2)),
        Scenes.UMBRELLA,
        Scenes.DIGITS,
        Scenes.slots().getFirst(),
        "Poste 4");
  }
}
