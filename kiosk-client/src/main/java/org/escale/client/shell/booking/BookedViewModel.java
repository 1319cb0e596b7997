package org.escale.client.shell.booking;

import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.TicketName;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits.Booked;

/** The ticket of a booking, for the visitor's eyes alone. */
public final class BookedViewModel implements ScreenModel {

  private final Surroundings around;
  private final Booked booking;
  private final SlipViewModel slip;
  private final Runnable done;

  public BookedViewModel(Surroundings around, Booked booking, SlipViewModel slip, Runnable done) {
    this.around = around;
    this.booking = booking;
    this.slip = slip;
    this.done = done;
  }

  @Override
  public String name() {
    return "booked";
  }

  public SlipViewModel slip() {
    return slip;
  }

  public PublicTicket ticket() {
    return booking.ticket();
  }

  public TicketSecret digits() {
    return booking.secret();
  }

  public String whenWords() {
    return TicketText.when(booking.slot(), around);
  }

  public String stationName() {
    return booking.stationName();
  }

  /** The ticket in words. */
  public String text() {
    return TicketText.of(
        around,
        TicketName.of(booking.ticket(), around.words()),
        booking.secret().digits(),
        whenWords(),
        booking.stationName());
  }

  public void done() {
    done.run();
  }

  @Override
  public void back() {
    done.run();
  }
}
