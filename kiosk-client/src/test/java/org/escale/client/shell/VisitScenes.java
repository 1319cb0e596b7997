package org.escale.client.shell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.shell.session.DockViewModel;
import org.escale.client.station.Outside;
import org.escale.client.station.Saving;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.client.station.Stick;
import org.escale.protocol.Bringing;
import org.escale.protocol.EndReason;
import org.escale.protocol.Extensions.Possible;
import org.escale.protocol.Guide;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Screens of a visit: opening, work, goodbye, erasing. */
final class VisitScenes {

  private static final Saving UNDER_WAY = new Saving(Saving.State.UNDER_WAY, 1, 12);

  private final Map<String, Consumer<Journey>> all;
  private final Language language;
  private final ScreenLayout layout;

  VisitScenes(Map<String, Consumer<Journey>> all, Language language, Area screen) {
    this.all = all;
    this.language = language;
    this.layout = new ScreenLayout(screen.width(), screen.height(), language.rightToLeft());
  }

  void add() {
    session();
    goodbye();
  }

  private void session() {
    all.put(
        "opening", journey -> show(journey, new Screen.Opening(Scenes.UMBRELLA, Scenes.DIGITS)));
    all.put("opening-booked", journey -> show(journey, new Screen.Opening(Scenes.UMBRELLA, null)));
    all.put("session", journey -> session(journey, Duration.ofMinutes(27), null, null, false));
    all.put(
        "session-five-minutes",
        journey -> session(journey, Duration.ofMinutes(5), TimeWarning.FIVE_MINUTES, null, false));
    all.put(
        "session-more-time",
        journey -> moreTime(journey, new Possible(Duration.ofMinutes(15), null)));
    all.put(
        "session-no-more-time",
        journey -> moreTime(journey, new Possible(null, RefusalReason.SOMEBODY_WAITS)));
    all.put(
        "session-more-time-in-guide",
        journey -> {
          guides(journey, 3);
          session(journey, Duration.ofMinutes(5), TimeWarning.FIVE_MINUTES, null, false);
          journey.receive(new ToShell.MoreTimePossible(new Possible(Duration.ofMinutes(15), null)));
        });
    all.put(
        "session-closes-early",
        journey ->
            show(
                journey,
                new Screen.Session(
                    Scenes.UMBRELLA,
                    Duration.ofMinutes(12),
                    Duration.ofHours(1),
                    null,
                    null,
                    false,
                    true,
                    null,
                    Outside.NOTHING,
                    layout)));
    all.put(
        "session-one-minute",
        journey ->
            session(
                journey, Duration.ofMinutes(1), TimeWarning.ONE_MINUTE, HelpReason.PRINT, true));
    all.put(
        "session-twenty-seconds",
        journey ->
            session(journey, Duration.ofSeconds(20), TimeWarning.TWENTY_SECONDS, null, false));
    all.put(
        "session-rehearsal",
        journey -> {
          journey.receive(Scenes.about(true, true));
          session(journey, Duration.ofMinutes(75), null, null, false);
        });
    all.put("session-digits", this::digits);
    documents();
    all.put("help", journey -> help(journey, null, false));
    all.put("help-waiting", journey -> help(journey, HelpReason.PRINT, false));
    all.put("help-coming", journey -> help(journey, HelpReason.PRINT, true));
    all.put("bring", journey -> bring(journey));
    all.put(
        "bring-received",
        journey -> {
          bring(journey);
          journey.receive(new ToShell.PhoneBrought(3, Bringing.Outcome.STORED));
        });
    all.put(
        "bring-full",
        journey -> {
          bring(journey);
          journey.receive(new ToShell.PhoneBrought(12, Bringing.Outcome.HOME_FULL));
        });
    all.put(
        "bring-over",
        journey -> {
          bring(journey);
          journey.receive(new ToShell.InvitationOver());
        });
    all.put("guides", journey -> guides(journey, 0));
    all.put("guide-prepare", journey -> guides(journey, 1));
    all.put("guide-step", journey -> guides(journey, 3));
    all.put("guide-last-step", journey -> guides(journey, 4));
    all.put("hidden", journey -> show(journey, new Screen.Hidden(Scenes.UMBRELLA, 5)));
    all.put(
        "hidden-wrong",
        journey -> {
          show(journey, new Screen.Hidden(Scenes.UMBRELLA, 5));
          journey.receive(new Screen.Hidden(Scenes.UMBRELLA, 3));
        });
    all.put("hidden-locked", journey -> show(journey, new Screen.Hidden(Scenes.UMBRELLA, 0)));
  }

  private void documents() {
    Stick stick = new Stick("PHOTOS MARIA", 12_400_000_000L, Stick.State.READY);
    Outside in = new Outside(true, 0, 0, true, stick, Saving.NOT_BEGUN);
    Outside full = new Outside(true, 0, 0, true, null, Saving.NOT_BEGUN, true);
    Outside both = new Outside(true, 0, 0, true, stick, Saving.NOT_BEGUN, true);
    all.put("session-stick", journey -> working(journey, null, null, in));
    all.put("session-full", journey -> working(journey, null, null, full));
    all.put(
        "session-full-room",
        journey -> {
          working(journey, null, null, full);
          dock(journey).openRoom();
        });
    all.put(
        "session-full-alone",
        journey ->
            working(
                journey,
                null,
                null,
                new Outside(false, 0, 0, false, null, Saving.NOT_BEGUN, true)));
    all.put("session-full-stick", journey -> working(journey, null, HelpReason.PRINT, both));
    all.put(
        "session-stick-five-minutes",
        journey -> working(journey, TimeWarning.FIVE_MINUTES, HelpReason.PRINT, both));
    all.put(
        "session-full-help",
        journey -> {
          working(journey, null, null, both);
          dock(journey).openHelp();
        });
    all.put(
        "session-full-guide",
        journey -> {
          guides(journey, 3);
          working(journey, null, null, both);
        });
    for (Stick.State state : Stick.State.values()) {
      Stick one = new Stick("PHOTOS MARIA", 12_400_000_000L, state);
      stickPanel("stick-" + state, new Outside(true, 0, 0, true, one, Saving.NOT_BEGUN));
    }
    for (Saving.State state : Saving.State.values()) {
      stickPanel(
          "stick-" + state, new Outside(true, 0, 0, true, stick, new Saving(state, 3, 12), true));
    }
  }

  private void stickPanel(String name, Outside outside) {
    all.put(
        name,
        journey -> {
          working(journey, TimeWarning.FIVE_MINUTES, null, outside);
          dock(journey).openStick();
        });
  }

  private void goodbye() {
    all.put(
        "ending",
        journey ->
            show(
                journey,
                new Screen.Ending(
                    EndReason.VISITOR, true, Duration.ofMinutes(2), Outside.NOTHING, layout)));
    all.put(
        "ending-over",
        journey ->
            show(
                journey,
                new Screen.Ending(
                    EndReason.TIME_OVER, false, Duration.ofSeconds(50), Outside.NOTHING, layout)));
    goodbyeWithNews();
    all.put("erasing", journey -> show(journey, new Screen.Erasing(false, false, false)));
    all.put("starting", journey -> journey.receive(new Screen.Erasing(true, false, false)));
    all.put(
        "not-available",
        journey -> journey.receive(new Screen.NotAvailable(OutOfServiceReason.WIPE_FAILED)));
    all.put("one-moment", Journey::lostAgent);
  }

  private void goodbyeWithNews() {
    Stick stick = new Stick("PHOTOS MARIA", 12_400_000_000L, Stick.State.READY);
    ending("ending-ways", true, new Outside(true, 0, 0, true, null, Saving.NOT_BEGUN));
    ending("ending-printing", true, new Outside(true, 1, 2, true, null, Saving.NOT_BEGUN));
    ending("ending-stick", true, new Outside(true, 0, 0, true, stick, Saving.NOT_BEGUN));
    ending("ending-both", true, new Outside(true, 1, 1, true, stick, Saving.NOT_BEGUN));
    ending("ending-both-over", false, new Outside(true, 1, 1, true, stick, Saving.NOT_BEGUN));
    for (Saving.State state : Saving.State.values()) {
      Saving saving = new Saving(state, state == Saving.State.SAVED ? 12 : 3, 12);
      Outside outside = new Outside(true, 1, 0, true, stick, saving);
      all.put(
          "ending-" + state,
          journey -> {
            show(journey, ending(true, new Outside(true, 1, 0, true, stick, UNDER_WAY)));
            show(journey, ending(true, outside));
          });
    }
    for (Stick.State state : Stick.State.values()) {
      Stick one = new Stick("", 800_000_000, state);
      ending("ending-" + state, true, new Outside(true, 0, 0, true, one, Saving.NOT_BEGUN));
    }
    all.put("erasing-news", journey -> show(journey, new Screen.Erasing(false, true, true)));
  }

  private void ending(String name, boolean canGoBack, Outside outside) {
    all.put(name, journey -> show(journey, ending(canGoBack, outside)));
  }

  private Screen.Ending ending(boolean canGoBack, Outside outside) {
    EndReason reason = canGoBack ? EndReason.VISITOR : EndReason.TIME_OVER;
    return new Screen.Ending(reason, canGoBack, Duration.ofMinutes(2), outside, layout);
  }

  private void show(Journey journey, Screen screen) {
    journey.receive(new ToShell.Speak(language));
    journey.receive(screen);
  }

  private void moreTime(Journey journey, Possible answer) {
    session(journey, Duration.ofMinutes(5), TimeWarning.FIVE_MINUTES, null, false);
    journey.receive(new ToShell.MoreTimePossible(answer));
  }

  private void session(
      Journey journey,
      Duration remaining,
      @Nullable TimeWarning warning,
      @Nullable HelpReason help,
      boolean coming) {
    journey.receive(new ToShell.Guides(new Guide.Catalogue(List.of(Scenes.guide()))));
    show(
        journey,
        new Screen.Session(
            Scenes.UMBRELLA,
            remaining,
            Duration.ofMinutes(58),
            warning,
            help,
            coming,
            false,
            null,
            Outside.NOTHING,
            layout));
  }

  private void working(
      Journey journey, @Nullable TimeWarning warning, @Nullable HelpReason help, Outside outside) {
    journey.receive(new ToShell.Guides(new Guide.Catalogue(List.of(Scenes.guide()))));
    show(
        journey,
        new Screen.Session(
            Scenes.UMBRELLA,
            Duration.ofMinutes(warning == null ? 27 : 5),
            Duration.ofMinutes(58),
            warning,
            help,
            false,
            false,
            null,
            outside,
            layout));
  }

  private static DockViewModel dock(Journey journey) {
    return ((Place.Session) journey.placeProperty().get()).model();
  }

  private void digits(Journey journey) {
    Duration remaining = Duration.ofMinutes(27);
    journey.receive(new ToShell.Guides(new Guide.Catalogue(List.of(Scenes.guide()))));
    show(
        journey,
        new Screen.Session(
            Scenes.UMBRELLA,
            remaining,
            Duration.ofMinutes(58),
            null,
            null,
            false,
            false,
            Scenes.DIGITS,
            Outside.NOTHING,
            layout));
  }

  private void help(Journey journey, @Nullable HelpReason reason, boolean coming) {
    session(journey, Duration.ofMinutes(27), null, reason, coming);
    dock(journey).openHelp();
  }

  private void bring(Journey journey) {
    session(journey, Duration.ofMinutes(27), null, null, false);
    ((Place.Session) journey.placeProperty().get()).model().openBring();
    journey.receive(new ToShell.PhoneInvited(Scenes.INVITATION));
  }

  private void guides(Journey journey, int presses) {
    session(journey, Duration.ofMinutes(27), null, null, false);
    DockViewModel dock = dock(journey);
    dock.openGuides();
    if (presses > 0) {
      dock.guides().open(Scenes.guide());
    }
    for (int i = 1; i < presses; i++) {
      dock.guides().next();
    }
  }
}
