package org.escale.client.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.shell.booking.FindTicketViewModel;
import org.escale.client.shell.booking.NeedsViewModel;
import org.escale.client.shell.booking.TicketSeenViewModel;
import org.escale.client.shell.welcome.ChoicesViewModel;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketColour;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/** Screens of a station that is free: first screen, booking, tickets. */
final class WaitingScenes {

  private final Map<String, Consumer<Journey>> all;
  private final Language language;

  WaitingScenes(Map<String, Consumer<Journey>> all, Language language) {
    this.all = all;
    this.language = language;
  }

  void add() {
    welcome();
    booking();
    closedOrTaken();
    tickets();
  }

  private void welcome() {
    all.put("language", journey -> free(journey, null));
    all.put("language-held", journey -> free(journey, Scenes.UMBRELLA));
    all.put("choices", this::choices);
    all.put(
        "choices-held",
        journey -> {
          free(journey, Scenes.UMBRELLA);
          choose(journey);
          journey.receive(new ToShell.Offered(Scenes.offer(null)));
        });
    all.put(
        "choices-disconnected",
        journey -> {
          journey.receive(Scenes.about(false, false));
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
          journey.receive(Scenes.about(true, true));
          choices(journey);
        });
    all.put("code", journey -> typing(journey, "482", null));
    all.put("code-refused", journey -> typing(journey, "", RefusalReason.CODE_NO_LONGER_VALID));
    all.put(
        "code-paper",
        journey -> {
          journey.receive(Scenes.about(false, false));
          typing(journey, "48219", null);
        });
    all.put(
        "code-paper-refused",
        journey -> {
          journey.receive(Scenes.about(false, false));
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
                new Screen.Welcome(
                    Scenes.UMBRELLA, Duration.ofMinutes(-1), Duration.ofMinutes(4), Scenes.NOW)));
    all.put(
        "language-reception",
        journey -> {
          journey.receive(Scenes.about(true, false, StationRole.RECEPTION));
          journey.receive(new Screen.Welcome(null, null, null, null));
        });
    all.put(
        "choices-reception",
        journey -> {
          journey.receive(Scenes.about(true, false, StationRole.RECEPTION));
          choices(journey);
          journey.receive(new ToShell.Offered(Scenes.offer(null)));
        });
    all.put(
        "choices-next-ticket",
        journey -> {
          choices(journey);
          journey.receive(new ToShell.Offered(Scenes.nextTicket()));
        });
    all.put(
        "choices-closed",
        journey -> {
          choices(journey);
          journey.receive(
              new ToShell.Offered(
                  new Visits.Offer(
                      null,
                      Scenes.tomorrow(),
                      null,
                      Scenes.choices(),
                      Instant.parse("2026-11-24T08:00:00Z"))));
        });
    all.put(
        "choices-wait",
        journey -> {
          choices(journey);
          journey.receive(new ToShell.Offered(Scenes.taken()));
        });
    all.put("wait", this::queueing);
    all.put(
        "in-line",
        journey -> {
          queueing(journey);
          journey.receive(
              new ToShell.Joined(
                  new Queueing.Joined(Scenes.UMBRELLA, Scenes.DIGITS, Scenes.inLine())));
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
                      Scenes.UMBRELLA,
                      null,
                      null,
                      Scenes.inLine(),
                      RefusalReason.TICKET_STILL_WAITS,
                      null)));
        });
    all.put(
        "ticket-moving",
        journey -> {
          seen(journey, RefusalReason.TICKET_NOT_YET);
          seenModel(journey).move();
          freeTimes(journey, Scenes.slots());
        });
    all.put(
        "ticket-moved",
        journey -> {
          seen(journey, RefusalReason.TICKET_NOT_YET);
          seenModel(journey).move();
          journey.receive(
              new ToShell.TicketMoved(
                  new Tickets.Seen(
                      Scenes.UMBRELLA,
                      Scenes.slots().getLast(),
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
          journey.receive(new ToShell.TicketCancelled(Scenes.UMBRELLA));
        });
  }

  private void booking() {
    all.put(
        "slots",
        journey -> {
          choicesModel(journey).later();
          freeTimes(journey, Scenes.slots());
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
              new ToShell.Refused(RefusalReason.SLOT_JUST_TAKEN, Scenes.slots().subList(1, 4)));
        });
    all.put(
        "booked",
        journey -> {
          choicesModel(journey).later();
          journey.receive(
              new ToShell.Booked(
                  new Visits.Booked(
                      new BookingId(new UUID(1, 2)),
                      Scenes.UMBRELLA,
                      Scenes.DIGITS,
                      Scenes.slots().getFirst(),
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

  private static void free(Journey journey, @Nullable PublicTicket held) {
    journey.receive(
        new Screen.Welcome(held, held == null ? null : Duration.ofMinutes(12), null, Scenes.NOW));
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
    journey.receive(new ToShell.Offered(Scenes.offer(Duration.ofMinutes(58))));
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
    journey.receive(new ToShell.Offered(Scenes.taken()));
    ((Place.Choices) journey.placeProperty().get()).model().waitInLine();
  }

  private FindTicketViewModel finding(Journey journey) {
    choicesModel(journey).ticket();
    return ((Place.FindTicket) journey.placeProperty().get()).model();
  }

  private void digitsOfUmbrella(Journey journey) {
    finding(journey).choose(Pictogram.UMBRELLA, TicketColour.GREEN);
    var digits = ((Place.FindTicket) journey.placeProperty().get()).model().digits();
    Scenes.DIGITS.digits().chars().forEach(digit -> digits.type(digit - '0'));
  }

  private void seen(Journey journey, @Nullable RefusalReason notHere) {
    digitsOfUmbrella(journey);
    journey.receive(
        new ToShell.TicketSeen(
            new Tickets.Seen(
                Scenes.UMBRELLA, Scenes.slots().getFirst(), "Poste 3", null, notHere, null)));
  }

  private static TicketSeenViewModel seenModel(Journey journey) {
    return ((Place.TicketSeen) journey.placeProperty().get()).model();
  }

  private ChoicesViewModel choicesModel(Journey journey) {
    choices(journey);
    return ((Place.Choices) journey.placeProperty().get()).model();
  }

  private void heldTicket(Journey journey) {
    free(journey, Scenes.UMBRELLA);
    choose(journey);
    ((Place.Choices) journey.placeProperty().get()).model().ticket();
  }
}
