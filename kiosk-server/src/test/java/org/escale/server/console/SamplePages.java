package org.escale.server.console;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.WipeReceipt;
import org.escale.server.live.Room;
import org.escale.server.live.web.RoomView;
import org.escale.server.platform.http.Pages;
import org.escale.server.platform.page.Flash;
import org.escale.server.platform.page.Frame;
import org.escale.server.platform.page.Frame.SignedIn;
import org.escale.server.platform.page.Place;
import org.escale.server.platform.words.RefusalWords;
import org.escale.server.queue.web.DisplayView;
import org.escale.server.queue.web.QueueView;
import org.escale.server.staff.Role;
import org.escale.server.staff.StaffId;
import org.escale.server.staff.StaffMember;
import org.escale.server.staff.web.AccountPages;
import org.escale.server.stations.web.ReceiptsView;
import org.escale.server.usage.web.UsageView;
import org.escale.server.usage.web.UsageView.Count;
import org.jspecify.annotations.Nullable;

/** Every page of the console with sample data, full and empty, by the name of its file. */
final class SamplePages {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

  private final Map<String, String> pages = new LinkedHashMap<>();

  Map<String, String> all() {
    outside();
    rooms("full", SampleRoom.full());
    rooms("empty", SampleRoom.empty());
    new SampleBookings().pages().forEach(this::add);
    new SampleOpening().pages().forEach(this::add);
    SampleQueue.pages().forEach(this::addQueue);
    SampleQueue.displays().forEach(this::addDisplay);
    workshops();
    usage();
    accounts();
    receipts("full", SampleReceipts.some());
    receipts("broken", SampleReceipts.brokenChain());
    receipts("empty", List.of());
    SampleEmergency.views()
        .forEach(
            (kind, view) ->
                add(
                    "emergency-" + kind,
                    "stations/emergency.jte",
                    inside(Place.STATIONS, null),
                    Map.of("view", view)));
    SampleEmergency.cards()
        .forEach(
            (kind, card) ->
                add(
                    "card-" + kind,
                    "stations/emergency-card.jte",
                    inside(Place.STATIONS, null),
                    Map.of("card", card)));
    add(
        "code",
        "stations/code.jte",
        inside(Place.STATIONS, null),
        Map.of(
            "stationName",
            "Poste 16",
            "groups",
            List.of("7K3QZ", "M0A9T", "4XW2H", "R8NCV", "1PD6J", "E"),
            "address",
            "192.168.1.10:8443",
            "validUntil",
            "demain 14 h 20"));
    return pages;
  }

  private void outside() {
    Flash refused = Flash.refused("Ce nom et cette phrase de passe ne vont pas ensemble.");
    add("login", "staff/login.jte", outside("Se connecter", null), Map.of());
    add("login-refused", "staff/login.jte", outside("Se connecter", refused), Map.of());
    add("setup", "staff/setup.jte", outside("Bienvenue", null), Map.of());
    add(
        "problem",
        "problem.jte",
        inside(Place.ROOM, null),
        Map.of(
            "sentence",
            "Cette page n’existe pas.",
            "advice",
            "Revenez à la salle et recommencez.",
            "code",
            "404"));
  }

  private void rooms(String kind, Room room) {
    RoomView view = RoomView.of(room);
    Flash flash = Flash.refused(RefusalWords.of(RefusalReason.STATION_RESERVED));
    add("room-" + kind, "room/page.jte", inside(Place.ROOM, null), Map.of("view", view));
    add("room-flash-" + kind, "room/page.jte", inside(Place.ROOM, flash), Map.of("view", view));
    add("help-" + kind, "help/page.jte", inside(Place.HELP, null), Map.of("view", view));
    add(
        "stations-" + kind,
        "stations/page.jte",
        inside(Place.STATIONS, null),
        Map.of("view", view));
  }

  private void addQueue(String kind, QueueView view) {
    add("queue-" + kind, "queue/page.jte", inside(Place.QUEUE, null), Map.of("view", view));
  }

  private void workshops() {
    SampleWorkshops.lists()
        .forEach((kind, view) -> addWorkshops("workshops-" + kind, "page", view));
    SampleWorkshops.plans()
        .forEach((kind, view) -> addWorkshops("workshop-new-" + kind, "new", view));
    addWorkshops("workshop", "detail", SampleWorkshops.detail());
  }

  private void addWorkshops(String name, String template, Object view) {
    add(
        name,
        "workshops/" + template + ".jte",
        inside(Place.WORKSHOPS, null),
        Map.of("view", view));
  }

  private void addDisplay(String kind, DisplayView view) {
    pages.put("display-" + kind, Pages.render("display/page.jte", Map.of("view", view)));
  }

  private void usage() {
    List<Count> counts =
        List.of(
            new Count("Visites", 34),
            new Count("dont sur réservation", 12),
            new Count("Heures d’ordinateur", "27 heures 40"),
            new Count("Ouvertures sans suite (moins d’une minute)", 2),
            new Count("Demandes d’aide", 11),
            new Count("Effacements prouvés", 34));
    List<Count> guides =
        List.of(new Count("Déclarer mes ressources à la CAF", 9), new Count("Actualiser", 4));
    addUsage(
        "full",
        new UsageView(
            DAY,
            DAY.minusDays(1),
            DAY.plusDays(1),
            34,
            Duration.ofMinutes(1660),
            11,
            counts,
            guides));
    List<Count> none = counts.stream().map(count -> new Count(count.label(), 0)).toList();
    addUsage(
        "empty", new UsageView(DAY, DAY.minusDays(1), null, 0, Duration.ZERO, 0, none, List.of()));
  }

  private void addUsage(String kind, UsageView view) {
    add("usage-" + kind, "usage/page.jte", inside(Place.USAGE, null), Map.of("view", view));
  }

  private void accounts() {
    StaffMember nadia = new StaffMember(StaffId.random(), "Nadia", Role.ADMIN);
    StaffMember omar = new StaffMember(StaffId.random(), "Omar", Role.MEDIATOR);
    add(
        "accounts",
        "staff/accounts.jte",
        inside(Place.ACCOUNTS, null),
        Map.of("view", new AccountPages.View(List.of(nadia, omar), nadia.id(), "", Role.MEDIATOR)));
    Flash refused = Flash.refused("Ce n’est pas votre phrase de passe actuelle.");
    Map<String, Object> own = Map.of("name", "Nadia", "role", "Administration", "shortest", 12);
    add("own-account", "staff/own-account.jte", ofNoPlace("Votre compte", null), own);
    add("own-account-refused", "staff/own-account.jte", ofNoPlace("Votre compte", refused), own);
  }

  private void receipts(String kind, List<WipeReceipt> receipts) {
    add(
        "receipts-" + kind,
        "stations/receipts.jte",
        inside(Place.STATIONS, null),
        Map.of("view", new ReceiptsView("Poste 4", SampleRoom.PARIS, receipts)));
  }

  private void add(String name, SamplePage page) {
    add(name, page.template(), inside(page.place(), page.flash()), page.values());
  }

  private void add(String name, String template, Frame frame, Map<String, Object> values) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put("frame", frame);
    pages.put(name, Pages.render(template, all));
  }

  private static Frame outside(String title, @Nullable Flash flash) {
    return new Frame(title, null, null, "sample", flash);
  }

  private static Frame ofNoPlace(String title, @Nullable Flash flash) {
    return new Frame(title, null, new SignedIn("Nadia", true), "sample", flash);
  }

  private static Frame inside(Place place, @Nullable Flash flash) {
    return new Frame(place.label(), place, new SignedIn("Nadia", true), "sample", flash);
  }
}
