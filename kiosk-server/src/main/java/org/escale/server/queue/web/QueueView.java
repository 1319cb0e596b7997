package org.escale.server.queue.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.server.platform.words.TimeWords;
import org.jspecify.annotations.Nullable;

/**
 * The queue as the mediator's tables.
 *
 * @param line in order of arrival
 * @param called whom stations are kept for
 * @param late who was called and did not come
 * @param free the stations that somebody can be called to
 */
public record QueueView(
    Instant now,
    ZoneId zone,
    List<Line> line,
    List<Call> called,
    List<Late> late,
    List<Station> free) {

  public QueueView {
    line = List.copyOf(line);
    called = List.copyOf(called);
    late = List.copyOf(late);
    free = List.copyOf(free);
  }

  /** Somebody who waits. */
  public record Line(
      BookingId id,
      int position,
      PublicTicket ticket,
      Instant since,
      Duration length,
      Set<StationTrait> needs,
      @Nullable Duration estimate) {}

  /** A station kept for somebody. */
  public record Call(BookingId id, PublicTicket ticket, String stationName, Instant keptUntil) {}

  /** Somebody who did not come. */
  public record Late(BookingId id, PublicTicket ticket, String stationName, Instant calledAt) {}

  /** A free station, by the name on it. */
  public record Station(StationId id, String name) {}

  /** For example {@code 3 personnes attendent un poste. La première attend depuis 12 minutes.} */
  public String sentence() {
    if (line.isEmpty()) {
      return called.isEmpty()
          ? "Personne n’attend de poste."
          : "Personne n’attend plus : tout le monde est appelé.";
    }
    String first = TimeWords.since(Duration.between(line.getFirst().since(), now));
    return line.size() == 1
        ? "1 personne attend un poste, depuis " + first + "."
        : line.size() + " personnes attendent un poste. La première attend depuis " + first + ".";
  }

  public String since(Line each) {
    return TimeWords.since(Duration.between(each.since(), now));
  }

  /** What is thought of her wait, in words. */
  public String estimate(Line each) {
    Duration estimate = each.estimate();
    if (estimate == null) {
      return "Aucun poste en vue aujourd’hui";
    }
    return estimate.isZero() ? "Bientôt" : "Environ " + TimeWords.length(estimate);
  }

  /** What she needs, in words; empty if nothing. */
  public String needs(Line each) {
    return each.needs().stream().sorted().map(QueueView::word).collect(Collectors.joining(", "));
  }

  private static String word(StationTrait trait) {
    return switch (trait) {
      case WHEELCHAIR_ACCESS -> "Accès en fauteuil";
      case LARGE_SCREEN -> "Grand écran";
      case PRINTER_NEAR -> "Imprimante proche";
      case WEBCAM -> "Caméra";
    };
  }
}
