package org.escale.client.agent;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.escale.client.ipc.ToShell;
import org.escale.client.station.BootTime;
import org.escale.client.station.Station;
import org.escale.client.station.StationState;
import org.escale.client.station.Visit;
import org.escale.protocol.Guide;
import org.escale.protocol.StationRole;
import org.escale.protocol.Welcome;
import org.jspecify.annotations.Nullable;

/** What the shell is told: who we are, which screen, which guides. For the loop's thread. */
final class ShellFront {

  private final ScreenProjection projection;
  private final Consumer<ToShell> send;
  private ToShell.About about;
  private Guide.@Nullable Catalogue guides;
  private ToShell.@Nullable Screen shown;
  private @Nullable Visit spokenTo;

  ShellFront(ScreenProjection projection, Consumer<ToShell> send, ZoneId zone, boolean rehearsal) {
    this.projection = projection;
    this.send = send;
    this.about = new ToShell.About("", null, zone, false, rehearsal, StationRole.VISITS, false);
  }

  /** A new shell knows nothing. */
  void arrived(Station station, BootTime now) {
    shown = null;
    spokenTo = null;
    send.accept(about);
    if (guides != null) {
      send.accept(new ToShell.Guides(guides));
    }
    show(station, now);
  }

  void belongsTo(String centreName, String stationName) {
    tell(
        new ToShell.About(
            centreName,
            stationName,
            about.zone(),
            false,
            about.rehearsal(),
            about.role(),
            about.slips()));
  }

  void connected(Welcome welcome) {
    tell(
        new ToShell.About(
            welcome.centreName(),
            welcome.stationName(),
            welcome.zone(),
            true,
            about.rehearsal(),
            welcome.role(),
            about.slips()));
  }

  void disconnected() {
    tell(
        new ToShell.About(
            about.centreName(),
            about.stationName(),
            about.zone(),
            false,
            about.rehearsal(),
            about.role(),
            about.slips()));
  }

  /** Whether tickets can be printed on paper. */
  void slips(boolean possible) {
    tell(
        new ToShell.About(
            about.centreName(),
            about.stationName(),
            about.zone(),
            about.connected(),
            about.rehearsal(),
            about.role(),
            possible));
  }

  void know(Guide.Catalogue catalogue) {
    guides = catalogue;
    send.accept(new ToShell.Guides(catalogue));
  }

  /** The guide of this id, if the centre has it. */
  @Nullable Guide guide(String id) {
    if (guides == null) {
      return null;
    }
    return guides.guides().stream().filter(guide -> guide.id().equals(id)).findAny().orElse(null);
  }

  void reply(ToShell reply) {
    send.accept(reply);
  }

  /** Sends the screen that belongs to the station now, if another is shown. */
  void show(Station station, BootTime now) {
    speak(station.state());
    ToShell.Screen screen = projection.screen(station, now);
    if (!screen.equals(shown)) {
      shown = screen;
      send.accept(screen);
    }
  }

  /** The visit's language, once for each visit. */
  private void speak(StationState state) {
    Visit visit = state.visitUnderWay().orElse(null);
    if (visit != null && (spokenTo == null || !spokenTo.session().equals(visit.session()))) {
      send.accept(new ToShell.Speak(visit.language()));
    }
    spokenTo = visit;
  }

  private void tell(ToShell.About news) {
    if (!news.equals(about)) {
      about = news;
      send.accept(news);
    }
  }
}
