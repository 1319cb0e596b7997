package org.escale.server.booking.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.server.platform.words.TimeWords;

/** A day's bookings, as the mediator's table. */
public record BookingsView(LocalDate day, ZoneId zone, List<Line> lines) {

  public BookingsView {
    lines = List.copyOf(lines);
  }

  /** One booking. */
  public record Line(
      BookingId id,
      PublicTicket ticket,
      String stationName,
      Instant start,
      Duration length,
      Status status) {}

  /** What has become of a booking. */
  public enum Status {
    COMING("À venir", "clock"),
    UNDER_WAY("En cours", "person-workspace"),
    OVER("Passée", "check-circle"),
    CANCELLED("Annulée", "x-circle"),
    CALLED_OFF("Annulée par le lieu", "slash-circle"),
    NOT_SHOWN("Personne n’est venu", "person-x");

    private final String word;
    private final String icon;

    Status(String word, String icon) {
      this.word = word;
      this.icon = icon;
    }

    public String word() {
      return word;
    }

    public String icon() {
      return icon;
    }
  }

  /** For example {@code 7 réservations aujourd’hui, dont 3 à venir.} */
  public String sentence() {
    long kept =
        lines.stream()
            .filter(line -> line.status() != Status.CANCELLED && line.status() != Status.CALLED_OFF)
            .count();
    long coming = lines.stream().filter(line -> line.status() == Status.COMING).count();
    if (kept == 0) {
      return "Aucune réservation aujourd’hui pour l’instant.";
    }
    String said = kept == 1 ? "1 réservation aujourd’hui" : kept + " réservations aujourd’hui";
    return said + (coming == 0 ? ", aucune à venir." : ", dont " + coming + " à venir.");
  }

  public String from(Line line) {
    return TimeWords.clock(line.start(), zone);
  }

  public String until(Line line) {
    return TimeWords.clock(line.start().plus(line.length()), zone);
  }
}
