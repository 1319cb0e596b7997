package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.Stick;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;

/** A shell without a window; what the agent would tell is told by hand. */
abstract class JourneyInATest {

  static final BookingId BOOKING = new BookingId(new UUID(1, 2));

  static final Stick STICK = new Stick("PHOTOS", 1_000_000_000, Stick.State.READY);
  static final ScreenLayout LAYOUT = new ScreenLayout(1280, 800, false);

  final List<FromShell> sent = new ArrayList<>();
  final List<String> chimes = new ArrayList<>();
  final Surroundings around = new Surroundings(Scenes.about(true, false), Scenes.NOW);
  final Journey journey = new Journey(around, sent::add, () -> chimes.add("chime"));

  static Screen.Welcome free() {
    return new Screen.Welcome(null, null, null, Scenes.NOW);
  }

  void seconds(int count) {
    for (int second = 0; second < count; second++) {
      journey.tick();
    }
  }

  <P extends Place> P as(Class<P> kind) {
    assertThat(journey.placeProperty().get()).isInstanceOf(kind);
    return kind.cast(journey.placeProperty().get());
  }

  void choices() {
    journey.receive(free());
    as(Place.ChooseLanguage.class).model().choose(Language.FRENCH);
  }

  SlotsViewModel slots() {
    choices();
    journey.receive(new ToShell.Offered(Scenes.offer(null)));
    as(Place.Choices.class).model().later();
    return as(Place.Slots.class).model();
  }
}
