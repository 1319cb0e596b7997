package org.escale.client.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Screen.Welcome;
import org.escale.client.shell.booking.BookedViewModel;
import org.escale.client.shell.booking.HeldTicketViewModel;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.welcome.ChoicesViewModel;
import org.escale.client.shell.welcome.LanguageViewModel;
import org.escale.client.shell.welcome.NoticeViewModel;
import org.escale.protocol.Language;
import org.escale.protocol.Visits.Booked;

/** The ways at a free station, from the first screen to a booking or the start of a visit. */
final class WelcomeWays implements ChoicesViewModel.Ways {

  private final Surroundings around;
  private final AgentLine agent;
  private final ObjectProperty<Place> place;
  private final Desk desk;
  private final ObjectProperty<Welcome> welcome =
      new SimpleObjectProperty<>(new Welcome(null, null, null));

  WelcomeWays(Surroundings around, AgentLine agent, ObjectProperty<Place> place) {
    this.around = around;
    this.agent = agent;
    this.place = place;
    this.desk = new Desk(agent);
  }

  Desk desk() {
    return desk;
  }

  void update(Welcome now) {
    welcome.set(now);
  }

  /** The first screen: nobody is here, nothing of the last visitor is left. */
  void start() {
    desk.newPage();
    desk.offerProperty().set(null);
    around.languageProperty().set(Language.FRENCH);
    place.set(
        new Place.ChooseLanguage(
            new LanguageViewModel(around, welcome, this::choose, this::noticeFirst)));
  }

  void booked(Booked booking) {
    desk.answered();
    place.set(new Place.Booked(new BookedViewModel(around, booking, this::start)));
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
    place.set(new Place.Slots(new SlotsViewModel(around, desk, this::backToChoices)));
  }

  @Override
  public void ticket() {
    desk.newPage();
    place.set(
        new Place.HeldTicket(new HeldTicketViewModel(around, desk, welcome, this::backToChoices)));
  }

  @Override
  public void back() {
    start();
  }
}
