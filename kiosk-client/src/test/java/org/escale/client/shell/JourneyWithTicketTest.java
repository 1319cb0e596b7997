package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.booking.TicketSeenViewModel;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketColour;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A visitor who has a ticket or a code. */
class JourneyWithTicketTest extends JourneyInATest {

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
}
