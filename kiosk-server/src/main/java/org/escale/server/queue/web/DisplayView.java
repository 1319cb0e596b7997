package org.escale.server.queue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.escale.protocol.PublicTicket;
import org.escale.server.platform.words.TimeWords;
import org.jspecify.annotations.Nullable;

/**
 * What everybody in the room may see: tickets by their public parts, and stations.
 *
 * @param called the latest call first
 * @param waiting in order of arrival
 * @param free how many stations anybody can take now
 * @param calledOff tickets that the centre could not keep
 * @param open whether the centre is open now
 * @param opensAt when it opens next; null while it is open, and if it never does
 */
public record DisplayView(
    String centreName,
    Instant now,
    ZoneId zone,
    List<Call> called,
    List<PublicTicket> waiting,
    int free,
    List<PublicTicket> calledOff,
    boolean open,
    @Nullable Instant opensAt) {

  private static final int CALLS_SHOWN = 4;
  private static final int WAITING_SHOWN = 7;

  /** Less fits above the tickets that were called off. */
  private static final int FEWER_CALLS_SHOWN = 3;

  private static final int FEWER_WAITING_SHOWN = 4;
  private static final int CALLED_OFF_SHOWN = 10;

  public DisplayView {
    called = List.copyOf(called);
    waiting = List.copyOf(waiting);
    calledOff = List.copyOf(calledOff);
  }

  /** This ticket may go to this station. */
  public record Call(PublicTicket ticket, String stationName) {}

  public String clock() {
    return TimeWords.clock(now, zone);
  }

  public List<Call> firstCalled() {
    return first(called, calledOff.isEmpty() ? CALLS_SHOWN : FEWER_CALLS_SHOWN);
  }

  public List<PublicTicket> firstWaiting() {
    return first(waiting, calledOff.isEmpty() ? WAITING_SHOWN : FEWER_WAITING_SHOWN);
  }

  public int laterWaiting() {
    return waiting.size() - firstWaiting().size();
  }

  public List<PublicTicket> firstCalledOff() {
    return first(calledOff, CALLED_OFF_SHOWN);
  }

  /** For example {@code 3 postes libres}. */
  public String freeWords() {
    return switch (free) {
      case 0 -> "Aucun poste libre";
      case 1 -> "1 poste libre";
      default -> free + " postes libres";
    };
  }

  /** What whoever comes in now can do. */
  public String advice() {
    if (free > 0) {
      return "Prenez place à un poste libre.";
    }
    return "Prenez un ticket sur l’écran d’un poste, puis attendez votre tour ici.";
  }

  /** When the centre opens; empty if nothing says. */
  public String opening() {
    if (opensAt == null) {
      return "";
    }
    LocalDate day = LocalDate.ofInstant(opensAt, zone);
    String when = day.equals(LocalDate.ofInstant(now, zone)) ? "aujourd’hui" : TimeWords.day(day);
    return "Prochaine ouverture : " + when + " à " + TimeWords.clock(opensAt, zone) + ".";
  }

  private static <T> List<T> first(List<T> all, int shown) {
    return all.subList(0, Math.min(shown, all.size()));
  }
}
