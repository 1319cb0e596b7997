package org.escale.client.shell;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.shell.booking.FindTicketViewModel;
import org.escale.client.shell.booking.NeedsViewModel;
import org.escale.client.shell.booking.TicketSeenViewModel;
import org.escale.client.shell.session.DockViewModel;
import org.escale.client.shell.welcome.ChoicesViewModel;
import org.escale.client.station.Outside;
import org.escale.client.station.Saving;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.client.station.Stick;
import org.escale.protocol.BookingId;
import org.escale.protocol.BringCode;
import org.escale.protocol.Bringing;
import org.escale.protocol.EndReason;
import org.escale.protocol.Extensions.Possible;
import org.escale.protocol.Guide;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/** Every screen in the situations that matter, as an agent and a visitor would bring them about. */
final class Scenes {

  static final Instant NOW = Instant.parse("2026-11-23T13:32:00Z");
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final PublicTicket UMBRELLA = new PublicTicket(Pictogram.UMBRELLA, TicketColour.GREEN);
  static final TicketSecret DIGITS = new TicketSecret("4071");

  static final Bringing.Invitation INVITATION =
      new Bringing.Invitation(
          "https://192.168.100.110:8443/apporter",
          new BringCode("7K3QZM0A"),
          Duration.ofMinutes(15));

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Saving UNDER_WAY = new Saving(Saving.State.UNDER_WAY, 1, 12);

  private final Map<String, Consumer<Journey>> all = new LinkedHashMap<>();
  private final Language language;
  private final ScreenLayout layout;

  private Scenes(Language language, Area screen) {
    this.language = language;
    this.layout = new ScreenLayout(screen.width(), screen.height(), language.rightToLeft());
  }

  static Map<String, Consumer<Journey>> in(Language language, Area screen) {
    Scenes scenes = new Scenes(language, screen);
    scenes.welcome();
    scenes.booking();
    scenes.closedOrTaken();
    scenes.tickets();
    scenes.session();
    scenes.goodbye();
    return scenes.all;
  }

  private void welcome() {
    all.put("language", journey -> free(journey, null));
    all.put("language-held", journey -> free(journey, UMBRELLA));
    all.put("choices", this::choices);
    all.put(
        "choices-held",
        journey -> {
          free(journey, UMBRELLA);
          choose(journey);
          journey.receive(new ToShell.Offered(offer(null)));
        });
    all.put(
        "choices-disconnected",
        journey -> {
          journey.receive(about(false, false));
          free(journey, null);
          choose(journey);
        });
    all.put(
        "choices-refused",
        journey -> {
          choices(journey);
          journey.receive(new ToShell.Refused(RefusalReason.SERVER_NOT_REACHED));
        });
    all.put(
        "choices-rehearsal",
        journey -> {
          journey.receive(about(true, true));
          choices(journey);
        });
    all.put("code", journey -> typing(journey, "482", null));
    all.put("code-refused", journey -> typing(journey, "", RefusalReason.CODE_NO_LONGER_VALID));
    all.put(
        "code-paper",
        journey -> {
          journey.receive(about(false, false));
          typing(journey, "48219", null);
        });
    all.put(
        "code-paper-refused",
        journey -> {
          journey.receive(about(false, false));
          typing(journey, "", RefusalReason.TOO_MANY_TRIES);
        });
    all.put("notice", journey -> choicesModel(journey).notice());
    all.put(
        "notice-first",
        journey -> {
          free(journey, null);
          if (journey.placeProperty().get() instanceof Place.ChooseLanguage(var model)) {
            model.notice();
          }
          if (journey.placeProperty().get() instanceof Place.Notice(var model)) {
            model.speak(language);
          }
        });
    all.put(
        "still-there",
        journey -> {
          choices(journey);
          for (int second = 0; second < 45; second++) {
            journey.tick();
          }
        });
  }

  private void closedOrTaken() {
    all.put(
        "language-turn",
        journey ->
            journey.receive(
                new Screen.Welcome(UMBRELLA, Duration.ofMinutes(-1), Duration.ofMinutes(4), NOW)));
    all.put(
        "language-reception",
        journey -> {
          journey.receive(about(true, false, StationRole.RECEPTION));
          journey.receive(new Screen.Welcome(null, null, null, null));
        });
    all.put(
        "choices-reception",
        journey -> {
          journey.receive(about(true, false, StationRole.RECEPTION));
          choices(journey);
          journey.receive(new ToShell.Offered(offer(null)));
        });
    all.put(
        "choices-next-ticket",
        journey -> {
          choices(journey);
          journey.receive(new ToShell.Offered(nextTicket()));
        });
    all.put(
        "choices-closed",
        journey -> {
          choices(journey);
          journey.receive(
              new ToShell.Offered(
                  new Visits.Offer(
                      null, tomorrow(), null, choices(), Instant.parse("2026-11-24T08:00:00Z"))));
        });
    all.put(
        "choices-wait",
        journey -> {
          choices(journey);
          journey.receive(new ToShell.Offered(taken()));
        });
    all.put("wait", this::queueing);
    all.put(
        "in-line",
        journey -> {
          queueing(journey);
          journey.receive(new ToShell.Joined(new Queueing.Joined(UMBRELLA, DIGITS, inLine())));
        });
  }

  private void tickets() {
    all.put("ticket-colour", journey -> choicesModel(journey).ticket());
    all.put("ticket-picture", journey -> finding(journey).choose(TicketColour.GREEN));
    all.put("ticket-digits", this::digitsOfUmbrella);
    all.put(
        "ticket-unknown",
        journey -> {
          digitsOfUmbrella(journey);
          journey.receive(new ToShell.Refused(RefusalReason.TICKET_UNKNOWN));
        });
    all.put("ticket-seen", journey -> seen(journey, null));
    all.put("ticket-early", journey -> seen(journey, RefusalReason.TICKET_NOT_YET));
    all.put(
        "ticket-in-line",
        journey -> {
          digitsOfUmbrella(journey);
          journey.receive(
              new ToShell.TicketSeen(
                  new Tickets.Seen(
                      UMBRELLA, null, null, inLine(), RefusalReason.TICKET_STILL_WAITS, null)));
        });
    all.put(
        "ticket-moving",
        journey -> {
          seen(journey, RefusalReason.TICKET_NOT_YET);
          seenModel(journey).move();
          freeTimes(journey, slots());
        });
    all.put(
        "ticket-moved",
        journey -> {
          seen(journey, RefusalReason.TICKET_NOT_YET);
          seenModel(journey).move();
          journey.receive(
              new ToShell.TicketMoved(
                  new Tickets.Seen(
                      UMBRELLA,
                      slots().getLast(),
                      "Poste 4",
                      null,
                      RefusalReason.TICKET_FOR_OTHER_STATION,
                      null)));
        });
    all.put(
        "ticket-give-back",
        journey -> {
          seen(journey, null);
          seenModel(journey).askToGiveBack();
        });
    all.put(
        "given-back",
        journey -> {
          seen(journey, null);
          seenModel(journey).askToGiveBack();
          seenModel(journey).giveBack();
          journey.receive(new ToShell.TicketCancelled(UMBRELLA));
        });
  }

  private void booking() {
    all.put(
        "slots",
        journey -> {
          choicesModel(journey).later();
          freeTimes(journey, slots());
        });
    all.put(
        "slots-none",
        journey -> {
          choicesModel(journey).later();
          freeTimes(journey, List.of());
        });
    all.put("needs", journey -> needs(journey));
    all.put("needs-place", journey -> needs(journey).choosePlace());
    all.put(
        "slots-needs",
        journey -> {
          NeedsViewModel needs = needs(journey);
          needs.turn(StationTrait.WHEELCHAIR_ACCESS);
          needs.turnLonger();
          needs.back();
          freeTimes(journey, List.of());
        });
    all.put(
        "slots-taken",
        journey -> {
          choicesModel(journey).later();
          journey.receive(
              new ToShell.Refused(RefusalReason.SLOT_JUST_TAKEN, slots().subList(1, 4)));
        });
    all.put(
        "booked",
        journey -> {
          choicesModel(journey).later();
          journey.receive(
              new ToShell.Booked(
                  new Visits.Booked(
                      new BookingId(new UUID(1, 2)),
                      UMBRELLA,
                      DIGITS,
                      slots().getFirst(),
                      "Poste 4")));
        });
    all.put("ticket", this::heldTicket);
    all.put(
        "ticket-wrong",
        journey -> {
          heldTicket(journey);
          if (journey.placeProperty().get() instanceof Place.HeldTicket(var model)) {
            model.digits().type(4);
            model.digits().type(0);
          }
          journey.receive(new ToShell.Refused(RefusalReason.TICKET_UNKNOWN));
        });
  }

  private void session() {
    all.put("opening", journey -> show(journey, new Screen.Opening(UMBRELLA, DIGITS)));
    all.put("opening-booked", journey -> show(journey, new Screen.Opening(UMBRELLA, null)));
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
                    UMBRELLA,
                    Duration.ofMinutes(12),
                    HOUR,
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
          journey.receive(about(true, true));
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
    all.put("hidden", journey -> show(journey, new Screen.Hidden(UMBRELLA, 5)));
    all.put(
        "hidden-wrong",
        journey -> {
          show(journey, new Screen.Hidden(UMBRELLA, 5));
          journey.receive(new Screen.Hidden(UMBRELLA, 3));
        });
    all.put("hidden-locked", journey -> show(journey, new Screen.Hidden(UMBRELLA, 0)));
  }

  private void documents() {
    Stick stick = new Stick("PHOTOS MARIA", 12_400_000_000L, Stick.State.READY);
    Outside in = new Outside(true, 0, 0, true, stick, Saving.NOT_BEGUN);
    Outside full = new Outside(true, 0, 0, true, null, Saving.NOT_BEGUN, true);
    Outside both = new Outside(true, 0, 0, true, stick, Saving.NOT_BEGUN, true);
    all.put("session-stick", journey -> working(journey, null, null, in));
    all.put("session-full", journey -> working(journey, null, null, full));
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

  static ToShell.About about(boolean connected, boolean rehearsal) {
    return about(connected, rehearsal, StationRole.VISITS);
  }

  static ToShell.About about(boolean connected, boolean rehearsal, StationRole role) {
    return new ToShell.About(
        "Espace numérique Belleville", "Poste 3", PARIS, connected, rehearsal, role, true);
  }

  private void show(Journey journey, Screen screen) {
    journey.receive(new ToShell.Speak(language));
    journey.receive(screen);
  }

  private static void free(Journey journey, @Nullable PublicTicket held) {
    journey.receive(
        new Screen.Welcome(held, held == null ? null : Duration.ofMinutes(12), null, NOW));
  }

  private void choose(Journey journey) {
    if (journey.placeProperty().get() instanceof Place.ChooseLanguage(var model)) {
      model.choose(language);
    }
  }

  private void typing(Journey journey, String typed, @Nullable RefusalReason refused) {
    choicesModel(journey).code();
    if (journey.placeProperty().get() instanceof Place.Code(var model)) {
      typed.chars().forEach(digit -> model.digits().type(digit - '0'));
    }
    if (refused != null) {
      journey.receive(new ToShell.Refused(refused));
    }
  }

  private void choices(Journey journey) {
    free(journey, null);
    choose(journey);
    journey.receive(new ToShell.Offered(offer(Duration.ofMinutes(58))));
  }

  static Visits.Offer offer(@Nullable Duration walkIn) {
    return new Visits.Offer(
        walkIn == null
            ? null
            : new Visits.WalkIn(walkIn, NOW.plus(walkIn), Visits.Until.USUAL_LENGTH),
        slots(),
        null,
        choices(),
        null);
  }

  static Visits.Choices choices() {
    LocalDate today = LocalDate.ofInstant(NOW, PARIS);
    return new Visits.Choices(
        Stream.iterate(today, day -> day.plusDays(1)).limit(7).toList(),
        List.of(HOUR, HOUR.multipliedBy(2)),
        EnumSet.allOf(StationTrait.class),
        IntStream.rangeClosed(1, 9)
            .mapToObj(n -> new Visits.Place(StationId.random(), "Poste " + n, Set.of()))
            .toList());
  }

  /** Nothing is free: one can wait. */
  static Visits.Offer taken() {
    return new Visits.Offer(null, slots(), inLine(), choices(), null);
  }

  private static Visits.Offer nextTicket() {
    Duration half = Duration.ofMinutes(28);
    return new Visits.Offer(
        new Visits.WalkIn(half, NOW.plus(half), Visits.Until.NEXT_TICKET),
        slots(),
        null,
        choices(),
        null);
  }

  static QueuePlace inLine() {
    return new QueuePlace(3, Duration.ofMinutes(23));
  }

  private static List<Visits.Slot> tomorrow() {
    return slots().stream()
        .map(slot -> new Visits.Slot(slot.start().plus(Duration.ofDays(1)), HOUR))
        .toList();
  }

  /** The answer to the last question about a day. */
  private static void freeTimes(Journey journey, List<Visits.Slot> slots) {
    if (journey.placeProperty().get() instanceof Place.Slots(var model)) {
      model.wish().ifPresent(wish -> journey.receive(new ToShell.SlotsFree(wish, slots)));
    }
  }

  private NeedsViewModel needs(Journey journey) {
    choicesModel(journey).later();
    ((Place.Slots) journey.placeProperty().get()).model().needs();
    return ((Place.Needs) journey.placeProperty().get()).model();
  }

  private void queueing(Journey journey) {
    choices(journey);
    journey.receive(new ToShell.Offered(taken()));
    ((Place.Choices) journey.placeProperty().get()).model().waitInLine();
  }

  private FindTicketViewModel finding(Journey journey) {
    choicesModel(journey).ticket();
    return ((Place.FindTicket) journey.placeProperty().get()).model();
  }

  private void digitsOfUmbrella(Journey journey) {
    finding(journey).choose(Pictogram.UMBRELLA, TicketColour.GREEN);
    var digits = ((Place.FindTicket) journey.placeProperty().get()).model().digits();
    DIGITS.digits().chars().forEach(digit -> digits.type(digit - '0'));
  }

  private void seen(Journey journey, @Nullable RefusalReason notHere) {
    digitsOfUmbrella(journey);
    journey.receive(
        new ToShell.TicketSeen(
            new Tickets.Seen(UMBRELLA, slots().getFirst(), "Poste 3", null, notHere, null)));
  }

  private static TicketSeenViewModel seenModel(Journey journey) {
    return ((Place.TicketSeen) journey.placeProperty().get()).model();
  }

  private void moreTime(Journey journey, Possible answer) {
    session(journey, Duration.ofMinutes(5), TimeWarning.FIVE_MINUTES, null, false);
    journey.receive(new ToShell.MoreTimePossible(answer));
  }

  private ChoicesViewModel choicesModel(Journey journey) {
    choices(journey);
    return ((Place.Choices) journey.placeProperty().get()).model();
  }

  private void heldTicket(Journey journey) {
    free(journey, UMBRELLA);
    choose(journey);
    ((Place.Choices) journey.placeProperty().get()).model().ticket();
  }

  private void session(
      Journey journey,
      Duration remaining,
      @Nullable TimeWarning warning,
      @Nullable HelpReason help,
      boolean coming) {
    journey.receive(new ToShell.Guides(new Guide.Catalogue(List.of(guide()))));
    show(
        journey,
        new Screen.Session(
            UMBRELLA,
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
    journey.receive(new ToShell.Guides(new Guide.Catalogue(List.of(guide()))));
    show(
        journey,
        new Screen.Session(
            UMBRELLA,
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
    journey.receive(new ToShell.Guides(new Guide.Catalogue(List.of(guide()))));
    show(
        journey,
        new Screen.Session(
            UMBRELLA,
            remaining,
            Duration.ofMinutes(58),
            null,
            null,
            false,
            false,
            DIGITS,
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
    journey.receive(new ToShell.PhoneInvited(INVITATION));
  }

  private void guides(Journey journey, int presses) {
    session(journey, Duration.ofMinutes(27), null, null, false);
    DockViewModel dock = dock(journey);
    dock.openGuides();
    if (presses > 0) {
      dock.guides().open(guide());
    }
    for (int i = 1; i < presses; i++) {
      dock.guides().next();
    }
  }

  static List<Visits.Slot> slots() {
    Instant first = Instant.parse("2026-11-23T14:00:00Z");
    return Stream.iterate(first, start -> start.plus(Duration.ofMinutes(15)))
        .limit(11)
        .map(start -> new Visits.Slot(start, HOUR))
        .toList();
  }

  static Guide guide() {
    return new Guide(
        "declaration",
        "famille_scolarite",
        URI.create("https://example.org/"),
        Map.of(
            Language.FRENCH,
            new Guide.Text(
                "Déclarer mes ressources à la Caf",
                "Tous les trois mois, pour recevoir vos aides.",
                15,
                List.of("Votre numéro d’allocataire", "Votre mot de passe", "Vos fiches de paie"),
                List.of(
                    new Guide.Step("Ouvrez le site", "Touchez « Ouvrir le site officiel »."),
                    new Guide.Step(
                        "Connectez-vous",
                        "Touchez « Mon compte », puis tapez votre numéro et votre mot de passe."),
                    new Guide.Step("Vérifiez et validez", "Gardez le numéro de confirmation."))),
            Language.ENGLISH,
            new Guide.Text(
                "Declare my income to the Caf",
                "Every three months, to receive your benefits.",
                15,
                List.of("Your beneficiary number", "Your password", "Your payslips"),
                List.of(
                    new Guide.Step("Open the site", "Press “Open the official site”."),
                    new Guide.Step(
                        "Sign in", "Press “Mon compte”, then type your number and your password."),
                    new Guide.Step("Check and confirm", "Keep the confirmation number."))),
            Language.ARABIC,
            new Guide.Text(
                "التصريح بمواردي لدى صندوق الإعانات العائلية",
                "كل ثلاثة أشهر، لتحصل على إعاناتك.",
                15,
                List.of("رقم المستفيد", "كلمة السر", "قسائم الراتب"),
                List.of(
                    new Guide.Step("افتح الموقع", "اضغط «افتح الموقع الرسمي»."),
                    new Guide.Step("سجّل الدخول", "اضغط «Mon compte» ثم اكتب رقمك وكلمة السر."),
                    new Guide.Step("تحقّق ثم أكّد", "احتفظ برقم التأكيد.")))));
  }
}
