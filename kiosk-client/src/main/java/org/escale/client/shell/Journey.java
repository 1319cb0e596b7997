package org.escale.client.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.shell.goodbye.EndingViewModel;
import org.escale.client.shell.goodbye.ErasingViewModel;
import org.escale.client.shell.goodbye.NotAvailableViewModel;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.StillThere;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.session.DockViewModel;
import org.escale.client.shell.session.HiddenViewModel;
import org.escale.client.shell.session.OpeningViewModel;
import org.escale.protocol.Guide;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Visits.Booked;

/**
 * Which screen is shown: the agent says where the station stands, the visitor walks within that.
 * Knows no windows; used by one thread.
 */
public final class Journey {

  private final Surroundings around;
  private final AgentLine agent;
  private final Runnable chime;
  private final ObjectProperty<Place> place =
      new SimpleObjectProperty<>(new Place.OneMoment(() -> "one-moment"));
  private final ObjectProperty<Guide.Catalogue> guides =
      new SimpleObjectProperty<>(new Guide.Catalogue(List.of()));
  private final WelcomeWays welcome;
  private final StillThere stillThere;

  public Journey(Surroundings around, AgentLine agent, Runnable chime) {
    this.around = around;
    this.agent = agent;
    this.chime = chime;
    this.welcome = new WelcomeWays(around, agent, place);
    this.stillThere = new StillThere(welcome::start);
    place.subscribe(now -> stillThere.watch(canBeLeftBehind(now)));
  }

  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place;
  }

  public StillThere stillThere() {
    return stillThere;
  }

  public void receive(ToShell message) {
    switch (message) {
      case ToShell.About about -> around.aboutProperty().set(about);
      case ToShell.Speak(var language) -> around.languageProperty().set(language);
      case Screen screen -> show(screen);
      case ToShell.Offered(var offer) -> welcome.desk().offered(offer);
      case ToShell.Booked(var booking) -> booked(booking);
      case ToShell.Refused(var reason) -> refused(reason);
      case ToShell.Guides(var catalogue) -> guides.set(catalogue);
    }
  }

  /** The agent is gone. It ends what went on; until it is back there is nothing to press. */
  public void lostAgent() {
    place.set(new Place.OneMoment(() -> "one-moment"));
  }

  /** A second has gone by. */
  public void tick() {
    stillThere.tick();
    if (place.get() instanceof Place.Ending(EndingViewModel model)) {
      model.tick();
    }
  }

  private void show(Screen screen) {
    switch (screen) {
      case Screen.NotAvailable(var reason) ->
          place.set(new Place.NotAvailable(new NotAvailableViewModel(reason)));
      case Screen.Erasing erasing -> place.set(new Place.Erasing(new ErasingViewModel(erasing)));
      case Screen.Welcome now -> welcome(now);
      case Screen.Opening opening ->
          place.set(new Place.Opening(new OpeningViewModel(around, opening)));
      case Screen.Session now -> session(now);
      case Screen.Hidden now -> hidden(now);
      case Screen.Ending now -> ending(now);
    }
  }

  private void welcome(Screen.Welcome now) {
    welcome.update(now);
    if (!atFreeStation(place.get())) {
      welcome.start();
    }
  }

  private void session(Screen.Session now) {
    if (place.get() instanceof Place.Session(DockViewModel model)) {
      model.update(now);
    } else {
      place.set(new Place.Session(new DockViewModel(around, agent, guides, chime, now)));
    }
  }

  private void hidden(Screen.Hidden now) {
    if (place.get() instanceof Place.Hidden(HiddenViewModel model)) {
      model.update(now);
    } else {
      place.set(new Place.Hidden(new HiddenViewModel(around, agent, now)));
    }
  }

  private void ending(Screen.Ending now) {
    if (place.get() instanceof Place.Ending(EndingViewModel model)) {
      model.update(now);
    } else {
      place.set(new Place.Ending(new EndingViewModel(around, agent, now)));
    }
  }

  private void booked(Booked booking) {
    if (place.get() instanceof Place.Slots) {
      welcome.booked(booking);
    }
  }

  private void refused(RefusalReason reason) {
    welcome.desk().refused(reason);
    if (place.get() instanceof Place.Slots || place.get() instanceof Place.Choices) {
      welcome.desk().askOffer();
    }
  }

  private static boolean atFreeStation(Place place) {
    return switch (place) {
      case Place.ChooseLanguage _,
          Place.Choices _,
          Place.Notice _,
          Place.Slots _,
          Place.Booked _,
          Place.HeldTicket _ ->
          true;
      case Place.Opening _,
          Place.Session _,
          Place.Hidden _,
          Place.Ending _,
          Place.Erasing _,
          Place.NotAvailable _,
          Place.OneMoment _ ->
          false;
    };
  }

  /** Everywhere at a free station but on its first screen, where nobody has begun. */
  private static boolean canBeLeftBehind(Place place) {
    return atFreeStation(place) && !(place instanceof Place.ChooseLanguage);
  }
}
