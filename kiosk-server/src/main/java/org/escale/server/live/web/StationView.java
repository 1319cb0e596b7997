package org.escale.server.live.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationStateName;
import org.escale.server.live.StationCard;
import org.escale.server.live.StationCard.Held;
import org.escale.server.live.StationCard.LastWipe;
import org.escale.server.live.StationCard.Visit;
import org.escale.server.platform.words.TicketWords;
import org.escale.server.platform.words.TimeWords;
import org.escale.server.platform.words.TraitWords;
import org.escale.server.platform.words.WipeWords;
import org.jspecify.annotations.Nullable;

/**
 * A station's card: its state as icon, word and colour, in that order, and what may be done.
 *
 * @param calling someone at this station waits for a mediator
 */
public record StationView(StationCard card, boolean calling, Instant now, ZoneId zone) {

  /** From here on the time left is "soon". */
  private static final Duration SOON = Duration.ofMinutes(5);

  /** What one look says. Each has its own icon, word and style class. */
  public enum Look {
    ABSENT("plug", "Ne répond pas"),
    UNUSED("power", "Pas encore vu"),
    OUT("slash-circle", "Hors service"),
    UNCLEAN("exclamation-octagon", "Non effacé"),
    WIPING("eraser", "Effacement"),
    UNPROVEN("hourglass-split", "Preuve attendue"),
    NO_SCREEN("hourglass-split", "Pas encore prêt"),
    FREE("check-circle", "Libre"),
    HELD("bookmark-check", "Réservé"),
    RECEPTION("calendar-check", "Accueil"),
    OPENING("hourglass-split", "Ouverture"),
    BUSY("person-workspace", "Occupé"),
    SOON("alarm", "Bientôt fini"),
    HIDDEN("eye-slash", "Écran caché"),
    ENDING("door-open", "Fin de séance");

    private final String icon;
    private final String word;

    Look(String icon, String word) {
      this.icon = icon;
      this.word = word;
    }

    public String icon() {
      return icon;
    }

    public String word() {
      return word;
    }
  }

  public String elementId() {
    return "station-" + card.id();
  }

  public Look look() {
    StationStateName state = card.state();
    if (state == null) {
      return card.contact().connected() ? Look.OPENING : Look.UNUSED;
    }
    if (!card.contact().connected()) {
      return Look.ABSENT;
    }
    return switch (state) {
      case OUT_OF_SERVICE ->
          card.outOfService() == OutOfServiceReason.WIPE_FAILED ? Look.UNCLEAN : Look.OUT;
      case WIPING -> Look.WIPING;
      case LOCKED -> whenLocked();
      case OPENING -> Look.OPENING;
      case IN_SESSION -> soon() ? Look.SOON : Look.BUSY;
      case HIDDEN -> Look.HIDDEN;
      case ENDING -> Look.ENDING;
    };
  }

  private Look whenLocked() {
    if (!isReception() && !wipedClean()) {
      return Look.UNPROVEN;
    }
    if (!card.contact().screen()) {
      return Look.NO_SCREEN;
    }
    if (isReception()) {
      return Look.RECEPTION;
    }
    return card.held() == null ? Look.FREE : Look.HELD;
  }

  private boolean isReception() {
    return card.setup().role() == StationRole.RECEPTION;
  }

  /** The ticket of the visit, or of the booking that the station is kept for. */
  public @Nullable PublicTicket ticket() {
    if (card.visit() != null) {
      return card.visit().ticket();
    }
    return card.held() == null ? null : card.held().ticket();
  }

  /** What there is to know beside the state, in a few words; may be empty. */
  public String detail() {
    return switch (look()) {
      case ABSENT -> absence();
      case UNUSED -> "Allumez ce poste et vérifiez son réseau";
      case OUT, UNCLEAN -> outOfService();
      case WIPING -> "Bientôt libre";
      case UNPROVEN -> "Libre dès que l’effacement est prouvé";
      case NO_SCREEN -> "Libre dès que son écran s’affiche";
      case FREE -> "";
      case HELD -> heldFrom();
      case RECEPTION -> "On y réserve seulement";
      case OPENING -> "Un instant";
      case BUSY, SOON, ENDING -> remaining();
      case HIDDEN -> hidden();
    };
  }

  /** Whether somebody is in the middle of a guided task and will soon be out of time. */
  public boolean guideEndsSoon() {
    return look() == Look.SOON && card.visit() != null && card.visit().guideUnderWay();
  }

  /** For example {@code Démarche en cours, 4 min}: on one line of a card. */
  public String guideWarning() {
    Visit visit = card.visit();
    if (visit == null || visit.until() == null) {
      return "";
    }
    long minutes = Duration.between(now, visit.until()).plusSeconds(59).toMinutes();
    return "Démarche en cours, " + Math.max(1, minutes) + "\u00a0min";
  }

  /** What the newest receipt says; empty while a visit or a wipe makes it old news. */
  public String wipe() {
    return card.visit() == null && look() != Look.WIPING ? wiped() : "";
  }

  /** What the newest receipt says and what is left, be it ever so old; empty if there is none. */
  public String lastReceipt() {
    return card.lastWipe() == null ? "" : wiped() + left(card.lastWipe());
  }

  /** Something is left: more than a card has room for. */
  public boolean somethingIsLeft() {
    return card.lastWipe() != null && !card.lastWipe().left().isEmpty();
  }

  private String wiped() {
    LastWipe wipe = card.lastWipe();
    if (wipe == null) {
      return "";
    }
    String when = TimeWords.clock(wipe.at(), zone);
    return wipe.clean() ? "Tout effacé à " + when : "Échec à " + when;
  }

  private static String left(LastWipe wipe) {
    return wipe.left().isEmpty()
        ? ""
        : wipe.left().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> WipeWords.item(each.getKey()) + "\u00a0: " + each.getValue())
            .collect(Collectors.joining(", ", ". Reste\u00a0: ", ""));
  }

  public boolean wipedClean() {
    return card.lastWipe() != null && card.lastWipe().clean();
  }

  /** What it can offer, in a few words; empty if nothing is said of it. */
  public String traits() {
    return card.setup().traits().stream()
        .sorted()
        .map(TraitWords::of)
        .collect(Collectors.joining(", "));
  }

  /** Where the unlock form goes: a kept station opens for its ticket. */
  public String unlockAction() {
    Held held = card.held();
    return held == null
        ? "/stations/" + card.id() + "/unlock"
        : "/bookings/" + held.booking() + "/begin";
  }

  /** The ticket that the station is kept for; null if it is kept for nobody. */
  public @Nullable String heldName() {
    return card.held() == null ? null : TicketWords.name(card.held().ticket());
  }

  public boolean mayUnlock() {
    return isFree() && code() == null;
  }

  /** The code to be told to the visitor who stands there; null if there is none. */
  public @Nullable String code() {
    StationCard.Code code = card.code();
    return code != null && isFree() && now.isBefore(code.validUntil())
        ? code.code().spelled()
        : null;
  }

  /** How long the code can still be typed, in steps of five seconds. */
  public String codeLeft() {
    StationCard.Code code = card.code();
    long seconds = code == null ? 0 : Duration.between(now, code.validUntil()).toSeconds();
    return "encore " + (seconds / 5 + 1) * 5 + "\u00a0s";
  }

  private boolean isFree() {
    return look() == Look.FREE || look() == Look.HELD;
  }

  public boolean mayExtend() {
    return reachable()
        && card.visit() != null
        && (card.state() == StationStateName.IN_SESSION || card.state() == StationStateName.HIDDEN);
  }

  public boolean mayHide() {
    return mayExtend() && card.state() == StationStateName.IN_SESSION;
  }

  public boolean mayEnd() {
    return mayExtend();
  }

  public boolean mayReturn() {
    return reachable() && card.state() == StationStateName.OUT_OF_SERVICE;
  }

  /** Anything but extending, behind the dots. */
  public boolean mayMore() {
    return mayEnd() || mayRetire() || somethingIsLeft();
  }

  /** A visit is not disturbed: the station is taken out of service after it. */
  public boolean mayRetire() {
    return reachable()
        && card.visit() == null
        && card.state() != null
        && card.state() != StationStateName.OUT_OF_SERVICE;
  }

  private boolean reachable() {
    return card.contact().connected();
  }

  private boolean soon() {
    Visit visit = card.visit();
    return visit != null
        && visit.until() != null
        && Duration.between(now, visit.until()).compareTo(SOON) <= 0;
  }

  private String absence() {
    Instant heard = card.contact().lastHeard();
    String since =
        heard == null ? "" : "Depuis " + TimeWords.since(Duration.between(heard, now)) + ". ";
    return card.visit() == null
        ? since + "Vérifiez prise et réseau."
        : since + "La séance continue sur le poste.";
  }

  private String outOfService() {
    OutOfServiceReason reason = card.outOfService();
    return switch (reason) {
      case null -> "";
      case NOT_ENROLLED -> "À installer · " + reason.code();
      case WIPE_FAILED -> "À ne pas proposer · " + reason.code();
      case BY_MEDIATOR -> "Retiré par l’équipe · " + reason.code();
      case JOURNAL_NOT_WRITABLE -> "Disque à vérifier · " + reason.code();
    };
  }

  private String heldFrom() {
    Held held = card.held();
    return held == null ? "" : "À partir de " + TimeWords.clock(held.from(), zone);
  }

  private String remaining() {
    Visit visit = card.visit();
    if (visit == null || visit.until() == null) {
      return "";
    }
    return "Encore " + TimeWords.left(Duration.between(now, visit.until()));
  }

  private String hidden() {
    return card.visit() != null && card.visit().nobodyProven()
        ? "Effacé dans 2 minutes si personne ne revient"
        : remaining();
  }
}
