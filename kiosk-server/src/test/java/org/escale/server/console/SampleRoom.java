package org.escale.server.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Language;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationStateName;
import org.escale.protocol.TicketColour;
import org.escale.protocol.UnlockCode;
import org.escale.protocol.WipeItem;
import org.escale.server.live.ComingBooking;
import org.escale.server.live.HelpCall;
import org.escale.server.live.Room;
import org.escale.server.live.StationCard;
import org.escale.server.live.StationCard.Contact;
import org.escale.server.live.StationCard.Held;
import org.escale.server.live.StationCard.LastWipe;
import org.escale.server.live.StationCard.Visit;
import org.jspecify.annotations.Nullable;

/** A room of sixteen stations in which every state can be seen. */
final class SampleRoom {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Instant NOW = Instant.parse("2026-11-18T13:20:00Z");

  static Room empty() {
    return new Room(NOW, PARIS, List.of(), List.of(), List.of(), List.of());
  }

  static Room full() {
    List<StationCard> stations = new ArrayList<>();
    stations.add(busy(1, StationStateName.IN_SESSION, Duration.ofMinutes(47), false));
    stations.add(free(2));
    stations.add(busy(3, StationStateName.IN_SESSION, Duration.ofMinutes(4), false));
    stations.add(held(4));
    stations.add(busy(5, StationStateName.HIDDEN, Duration.ofMinutes(26), false));
    stations.add(free(6));
    stations.add(busy(7, StationStateName.IN_SESSION, Duration.ofMinutes(83), false));
    stations.add(plain(8, StationStateName.WIPING, null));
    stations.add(busy(9, StationStateName.ENDING, Duration.ofMinutes(2), false));
    stations.add(withCode(10));
    stations.add(plain(11, StationStateName.OUT_OF_SERVICE, OutOfServiceReason.BY_MEDIATOR));
    stations.add(plain(12, StationStateName.OUT_OF_SERVICE, OutOfServiceReason.WIPE_FAILED));
    stations.add(absent(13));
    stations.add(busy(14, StationStateName.OPENING, Duration.ofMinutes(60), false));
    stations.add(busy(15, StationStateName.HIDDEN, Duration.ofMinutes(12), true));
    stations.add(unused(16));
    return new Room(NOW, PARIS, stations, calls(), waiting(), coming());
  }

  private static List<HelpCall> calls() {
    return List.of(
        call(3, HelpReason.FORGOT_PASSWORD, 6, false),
        call(7, HelpReason.DO_NOT_KNOW_WHAT_TO_DO, 2, false),
        call(1, HelpReason.PRINT, 9, true));
  }

  private static HelpCall call(int number, HelpReason reason, int minutesAgo, boolean taken) {
    return new HelpCall(
        new HelpRequestId(uuid("help" + number)),
        id(number),
        name(number),
        ticket(number),
        reason,
        NOW.minus(Duration.ofMinutes(minutesAgo)),
        taken);
  }

  private static List<PublicTicket> waiting() {
    return List.of(ticket(31), ticket(32), ticket(33));
  }

  private static List<ComingBooking> coming() {
    List<ComingBooking> coming = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      coming.add(
          new ComingBooking(
              ticket(17 + i), name(4 + i), NOW.plus(Duration.ofMinutes(10 + 30L * i))));
    }
    return coming;
  }

  private static StationCard busy(
      int number, StationStateName state, Duration left, boolean nobodyProven) {
    Visit visit =
        new Visit(
            new SessionId(uuid("session" + number)),
            ticket(number),
            number == 7 ? Language.ENGLISH : Language.FRENCH,
            NOW.plus(left),
            nobodyProven,
            number == 3);
    return new StationCard(
        id(number), name(number), here(), state, null, visit, null, wiped(number, true), null);
  }

  private static StationCard free(int number) {
    return plain(number, StationStateName.LOCKED, null);
  }

  private static StationCard withCode(int number) {
    return new StationCard(
        id(number),
        name(number),
        here(),
        StationStateName.LOCKED,
        null,
        null,
        null,
        wiped(number, true),
        null,
        new StationCard.Setup(StationRole.VISITS, Set.of()),
        new StationCard.Code(new UnlockCode("482913"), NOW.plusSeconds(42)));
  }

  private static StationCard held(int number) {
    Held held =
        new Held(
            new BookingId(uuid("held" + number)), ticket(number), NOW.plus(Duration.ofMinutes(10)));
    return new StationCard(
        id(number),
        name(number),
        here(),
        StationStateName.LOCKED,
        null,
        null,
        held,
        wiped(number, true),
        null);
  }

  private static StationCard plain(
      int number, StationStateName state, @Nullable OutOfServiceReason reason) {
    boolean clean = reason != OutOfServiceReason.WIPE_FAILED;
    return new StationCard(
        id(number),
        name(number),
        here(),
        state,
        reason,
        null,
        null,
        wiped(number, clean),
        number == 2 ? "Pas débloqué : il n’était pas prêt. Réessayez." : null);
  }

  private static StationCard absent(int number) {
    Contact contact = new Contact(false, false, NOW.minus(Duration.ofMinutes(3)));
    Visit visit =
        new Visit(
            new SessionId(uuid("session" + number)),
            ticket(number),
            Language.ARABIC,
            NOW.plus(Duration.ofMinutes(30)),
            false,
            false);
    return new StationCard(
        id(number),
        name(number),
        contact,
        StationStateName.IN_SESSION,
        null,
        visit,
        null,
        wiped(number, true),
        null);
  }

  private static StationCard unused(int number) {
    return new StationCard(
        id(number),
        name(number),
        new Contact(false, false, null),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Contact here() {
    return new Contact(true, true, NOW);
  }

  private static LastWipe wiped(int number, boolean clean) {
    return new LastWipe(
        NOW.minus(Duration.ofMinutes(7L * number)),
        clean,
        clean ? Map.of() : Map.of(WipeItem.PROCESSES, 2, WipeItem.FILES_OUTSIDE, 1));
  }

  static PublicTicket ticket(int number) {
    Pictogram[] shapes = Pictogram.values();
    TicketColour[] colours = TicketColour.values();
    return new PublicTicket(
        shapes[number * 5 % shapes.length], colours[number * 7 % colours.length]);
  }

  static StationId id(int number) {
    return new StationId(uuid("station" + number));
  }

  static String name(int number) {
    return "Poste " + number;
  }

  static UUID uuid(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
  }

  private SampleRoom() {}
}
