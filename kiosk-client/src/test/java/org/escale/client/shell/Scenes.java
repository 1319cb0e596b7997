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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.client.ipc.ToShell;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.protocol.BringCode;
import org.escale.protocol.Bringing;
import org.escale.protocol.Guide;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketSecret;
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

  private Scenes() {}

  static Map<String, Consumer<Journey>> in(Language language, Area screen) {
    Map<String, Consumer<Journey>> all = new LinkedHashMap<>();
    new WaitingScenes(all, language).add();
    new VisitScenes(all, language, screen).add();
    return all;
  }

  static ToShell.About about(boolean connected, boolean rehearsal) {
    return about(connected, rehearsal, StationRole.VISITS);
  }

  static ToShell.About about(boolean connected, boolean rehearsal, StationRole role) {
    return new ToShell.About(
        "Espace numérique Belleville", "Poste 3", PARIS, connected, rehearsal, role, true);
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

  static Visits.Offer nextTicket() {
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

  static List<Visits.Slot> tomorrow() {
    return slots().stream()
        .map(slot -> new Visits.Slot(slot.start().plus(Duration.ofDays(1)), HOUR))
        .toList();
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
