package org.escale.server.booking.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.escale.server.booking.Booking;
import org.escale.server.platform.words.TimeWords;

/** One booking, and what can be done about it. */
public record BookingView(Booking booking, String stationName, ZoneId zone) {

  public BookingsView.Status status() {
    return BookingsView.Status.of(booking);
  }

  public String kind() {
    return BookingsView.kind(booking);
  }

  public LocalDate day() {
    return LocalDate.ofInstant(booking.startsAt(), zone);
  }

  public String dayWords() {
    return TimeWords.day(day());
  }

  public String times() {
    return "de "
        + TimeWords.clock(booking.startsAt(), zone)
        + " à "
        + TimeWords.clock(booking.endsAt(), zone);
  }

  public boolean mayCancel() {
    return booking.state() == Booking.State.HELD && booking.kind() != Booking.Kind.WORKSHOP;
  }

  public boolean mayMove() {
    return mayCancel();
  }

  public boolean mayRenew() {
    return booking.isOpen();
  }
}
