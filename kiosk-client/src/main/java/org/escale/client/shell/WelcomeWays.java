package org.escale.client.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Refused;
import org.escale.client.ipc.ToShell.Screen.Welcome;
import org.escale.client.shell.booking.BookedViewModel;
import org.escale.client.shell.booking.HeldTicketViewModel;
import org.escale.client.shell.booking.InLineViewModel;
import org.escale.client.shell.booking.NeedsViewModel;
import org.escale.client.shell.booking.SlipViewModel;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.booking.WaitViewModel;
import org.escale.client.shell.booking.Wanted;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.welcome.ChoicesViewModel;
import org.escale.client.shell.welcome.CodeViewModel;
import org.escale.client.shell.welcome.LanguageViewModel;
import org.escale.client.shell.welcome.NoticeViewModel;
import org.escale.protocol.Language;
import org.escale.protocol.Queueing.Joined;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Visits.Booked;
import org.escale.protocol.Visits.Offer;
import org.escale.protocol.Visits.Slot;
import org.jspecify.annotations.Nullable;

/** The ways at a free station, from the first screen to a booking or the start of a visit. */
final class WelcomeWays implements ChoicesViewModel.Ways {

  private final Surroundings around;
  private final AgentLine agent;
  private final ObjectProperty<Place> place;
  private final ObjectProperty<Wanted> wanted = new SimpleObjectProperty<>(Wanted.NOTHING);

  /** New for each visitor: nothing of the one before, not even her pages, is kept. */
  private ObjectProperty<Welcome> welcome =
      new SimpleObjectProperty<>(new Welcome(null, null, null, null));

  private Desk desk;
  private TicketWays tickets;

  WelcomeWays(Surroundings around, AgentLine agent, ObjectProperty<Place> place) {
    this.around = around;
    this.agent = agent;
    this.place = place;
    this.desk = new Desk(agent);
    this.tickets = ticketWays(desk);
  }

  private TicketWays ticketWays(Desk at) {
    return new TicketWays(around, at, place, this::backToChoices, this::start);
  }

  Desk desk() {
    return desk;
  }

  void offered(Offer offer) {
    desk.offered(offer);
    if (place.get() instanceof Place.Slots(var slots)) {
      slots.offered();
    }
  }

  TicketWays tickets() {
    return tickets;
  }

  void update(Welcome now) {
    welcome.set(now);
  }

  /** The first screen: nobody is here, nothing of the last visitor is left. */
  void start() {
    desk = new Desk(agent);
    tickets = ticketWays(desk);
    welcome = new SimpleObjectProperty<>(welcome.get());
    wanted.set(Wanted.NOTHING);
    around.languageProperty().set(Language.FRENCH);
    place.set(
        new Place.ChooseLanguage(
            new LanguageViewModel(around, welcome, this::choose, this::noticeFirst)));
  }

  /** Nobody may hold a ticket that she has not seen: one that comes too late is given back. */
  void booked(Booked booking) {
    desk.answered();
    if (place.get() instanceof Place.Slots) {
      place.set(
          new Place.Booked(
              new BookedViewModel(around, booking, new SlipViewModel(agent), this::start)));
    } else {
      desk.giveBack(booking.ticket(), booking.secret());
    }
  }

  void joined(Joined joined) {
    desk.answered();
    if (place.get() instanceof Place.Wait) {
      place.set(
          new Place.InLine(
              new InLineViewModel(around, joined, new SlipViewModel(agent), this::start)));
    } else {
      desk.giveBack(joined.ticket(), joined.secret());
    }
  }

  void slipTried(boolean printed) {
    if (place.get() instanceof Place.Booked(var model)) {
      model.slip().tried(printed);
    } else if (place.get() instanceof Place.InLine(var model)) {
      model.slip().tried(printed);
    }
  }

  void refused(Refused refused) {
    if (place.get() instanceof Place.Wait && refused.reason() == RefusalReason.STATION_IS_FREE) {
      choices();
    }
    desk.refused(refused);
    // Who cannot be reached need not be asked again at once.
    if (refused.reason() != RefusalReason.SERVER_NOT_REACHED) {
      askAgain();
    }
  }

  private void askAgain() {
    Place now = place.get();
    if (now instanceof Place.Slots(var slots)) {
      slots.askAgain();
    } else if (now instanceof Place.Choices || now instanceof Place.Wait) {
      desk.askOffer();
    }
  }

  private void choose(Language language) {
    speak(language);
    desk.askOffer();
    choices();
  }

  private void speak(Language language) {
    around.languageProperty().set(language);
    agent.send(new FromShell.ChooseLanguage(language));
  }

  private void choices() {
    desk.newPage();
    place.set(new Place.Choices(new ChoicesViewModel(around, desk, welcome, this)));
  }

  private void backToChoices() {
    wanted.set(Wanted.NOTHING);
    tickets.forget();
    desk.askOffer();
    choices();
  }

  private void noticeFirst() {
    place.set(new Place.Notice(new NoticeViewModel(true, this::speak, this::start)));
  }

  @Override
  public void notice() {
    place.set(new Place.Notice(new NoticeViewModel(false, this::speak, this::backToChoices)));
  }

  @Override
  public void later() {
    desk.newPage();
    place.set(
        new Place.Slots(new SlotsViewModel(around, desk, wanted.get(), null, new BookingWays())));
  }

  @Override
  public void waitInLine() {
    desk.newPage();
    place.set(
        new Place.Wait(
            new WaitViewModel(
                around, desk, wanted, () -> needs(this::waitInLine), this::backToChoices)));
  }

  private void needs(Runnable back) {
    Offer offer = desk.offerProperty().get();
    if (offer != null) {
      desk.newPage();
      place.set(
          new Place.Needs(
              new NeedsViewModel(
                  NeedsViewModel.Question.NEEDS,
                  offer.choices(),
                  wanted,
                  () -> whichPlace(offer, back),
                  back)));
    }
  }

  private void whichPlace(Offer offer, Runnable back) {
    place.set(
        new Place.Needs(
            new NeedsViewModel(
                NeedsViewModel.Question.PLACE,
                offer.choices(),
                wanted,
                () -> {},
                () -> needs(back))));
  }

  @Override
  public void ticket() {
    desk.newPage();
    if (welcome.get().held() == null) {
      tickets.find();
    } else {
      place.set(
          new Place.HeldTicket(
              new HeldTicketViewModel(around, desk, welcome, tickets::find, this::backToChoices)));
    }
  }

  @Override
  public void code() {
    desk.newPage();
    place.set(new Place.Code(new CodeViewModel(around, desk, this::backToChoices)));
  }

  @Override
  public void back() {
    start();
  }

  private final class BookingWays implements SlotsViewModel.Ways {

    @Override
    public void choose(Slot slot) {
      desk.book(slot, wanted.get().needs(), wanted.get().station());
    }

    @Override
    public @Nullable Runnable needs() {
      return () -> WelcomeWays.this.needs(WelcomeWays.this::later);
    }

    @Override
    public void back() {
      backToChoices();
    }
  }
}
