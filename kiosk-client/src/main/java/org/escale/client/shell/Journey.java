package org.escale.client.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Refused;
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
import org.jspecify.annotations.Nullable;

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

  /** Stands as it was left when the visitor comes back from hiding or from goodbye. */
  private @Nullable DockViewModel dock;

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
      case ToShell.Offered(var offer) -> welcome.offered(offer);
      case ToShell.SlotsFree free -> welcome.desk().free(free);
      case ToShell.Booked(var booking) -> welcome.booked(booking);
      case ToShell.Joined(var joined) -> welcome.joined(joined);
      case ToShell.SlipTried(boolean printed) -> welcome.slipTried(printed);
      case ToShell.TicketSeen(var seen) -> welcome.tickets().seen(seen);
      case ToShell.TicketMoved(var seen) -> welcome.tickets().moved(seen);
      case ToShell.TicketCancelled _ -> welcome.tickets().givenBack();
      case ToShell.MoreTimePossible(var answer) -> inDock(dock -> dock.moreTime(answer));
      // The screen itself shows it.
      case ToShell.MoreTimeGiven _ -> inDock(DockViewModel::moreTimeGiven);
      case ToShell.PhoneInvited(var invitation) -> inDock(dock -> dock.bring().invited(invitation));
      case ToShell.InvitationOver _ -> inDock(dock -> dock.bring().over());
      case ToShell.PhoneBrought(int stored, var last) ->
          inDock(dock -> dock.bring().brought(stored, last));
      case ToShell.Refused refused -> refused(refused);
      case ToShell.Guides(var catalogue) -> guides.set(catalogue);
    }
  }

  /** The agent is gone. It ends what went on; until it is back there is nothing to press. */
  public void lostAgent() {
    dock = null;
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
    if (!inVisit(screen)) {
      dock = null;
    }
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
    if (dock == null) {
      dock = new DockViewModel(around, agent, guides, chime, now);
    } else {
      dock.update(now);
    }
    if (!(place.get() instanceof Place.Session)) {
      place.set(new Place.Session(dock));
    }
  }

  private void hidden(Screen.Hidden now) {
    if (dock != null) {
      dock.covered();
    }
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

  private void refused(Refused refused) {
    if (place.get() instanceof Place.Session(DockViewModel model)) {
      model.refused(refused.reason());
    } else {
      welcome.refused(refused);
    }
  }

  private void inDock(Consumer<DockViewModel> told) {
    if (dock != null) {
      told.accept(dock);
    }
  }

  private static boolean inVisit(Screen screen) {
    return switch (screen) {
      case Screen.Session _, Screen.Hidden _, Screen.Ending _ -> true;
      case Screen.NotAvailable _, Screen.Erasing _, Screen.Welcome _, Screen.Opening _ -> false;
    };
  }

  private static boolean atFreeStation(Place place) {
    return switch (place) {
      case Place.ChooseLanguage _,
          Place.Choices _,
          Place.Notice _,
          Place.Slots _,
          Place.Booked _,
          Place.Needs _,
          Place.Wait _,
          Place.InLine _,
          Place.FindTicket _,
          Place.TicketSeen _,
          Place.GivenBack _,
          Place.Code _,
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
