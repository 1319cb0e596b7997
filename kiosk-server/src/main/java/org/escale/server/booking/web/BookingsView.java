package org.escale.server.booking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.platform.words.TicketWords;
import org.escale.server.platform.words.TimeWords;
import org.jspecify.annotations.Nullable;

/**
 * A day's bookings: as a table of stations and hours, and as a list.
 *
 * @param previous the bookable day before; null if there is none
 * @param next the bookable day after; null if there is none
 */
public record BookingsView(
    LocalDate day,
    boolean isToday,
    @Nullable LocalDate previous,
    @Nullable LocalDate next,
    ZoneId zone,
    Timeline timeline,
    List<BookingDiary.Line> lines) {

  public BookingsView {
    lines = List.copyOf(lines);
  }

  /** What has become of a booking, in a word. */
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

    public static Status of(Booking booking) {
      return switch (booking.state()) {
        case WAITING, HELD -> COMING;
        case BEGUN -> UNDER_WAY;
        case ENDED -> OVER;
        case CALLED_OFF -> CALLED_OFF;
        case CANCELLED -> CANCELLED;
        case NOT_SHOWN -> NOT_SHOWN;
      };
    }
  }

  /** How it came about. */
  public static String kind(Booking booking) {
    return switch (booking.kind()) {
      case BOOKED -> "Réservation";
      case WALK_IN -> "Sans réservation";
      case QUEUED -> "File d’attente";
      case WORKSHOP -> "Atelier";
    };
  }

  /** For example {@code 7 réservations aujourd’hui, dont 3 à venir.} */
  public String sentence() {
    long kept = count(Status.COMING) + count(Status.UNDER_WAY) + count(Status.OVER);
    String when = isToday ? "aujourd’hui" : "ce jour-là";
    if (kept == 0) {
      return "Aucune réservation " + when + " pour l’instant.";
    }
    String said = kept == 1 ? "1 réservation " + when : kept + " réservations " + when;
    long coming = count(Status.COMING);
    return !isToday
        ? said + "."
        : said + (coming == 0 ? ", aucune à venir." : ", dont " + coming + " à venir.");
  }

  public String clock(Instant moment) {
    return TimeWords.clock(moment, zone);
  }

  /** A booking said aloud, where the table shows its shape alone. */
  public String aloud(Booking booking, String stationName) {
    return "%s, %s, de %s à %s, %s, %s"
        .formatted(
            stationName,
            TicketWords.name(booking.ticket()),
            clock(booking.startsAt()),
            clock(booking.endsAt()),
            kind(booking),
            Status.of(booking).word());
  }

  private long count(Status status) {
    return lines.stream()
        .map(BookingDiary.Line::booking)
        .filter(booking -> booking.kind() == Booking.Kind.BOOKED)
        .filter(booking -> Status.of(booking) == status)
        .count();
  }
}
