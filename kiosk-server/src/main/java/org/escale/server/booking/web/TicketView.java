package org.escale.server.booking.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketSecret;
import org.escale.server.platform.words.TimeWords;

/** A ticket with its digits, to be shown once and given to its holder. */
public record TicketView(
    String title,
    BookingId booking,
    PublicTicket ticket,
    TicketSecret secret,
    String stationName,
    Instant start,
    Duration length,
    ZoneId zone) {

  public String day() {
    return TimeWords.day(date());
  }

  public LocalDate date() {
    return LocalDate.ofInstant(start, zone);
  }

  public String times() {
    return "de " + TimeWords.clock(start, zone) + " à " + TimeWords.clock(start.plus(length), zone);
  }

  /** As they are read out: one by one. */
  public String digits() {
    return String.join(" ", secret.digits().split("", -1)).strip();
  }
}
