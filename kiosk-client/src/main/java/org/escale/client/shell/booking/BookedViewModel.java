package org.escale.client.shell.booking;

import java.util.Map;
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
  private final Runnable done;

  public BookedViewModel(Surroundings around, Booked booking, Runnable done) {
    this.around = around;
    this.booking = booking;
    this.done = done;
  }

  @Override
  public String name() {
    return "booked";
  }

  public PublicTicket ticket() {
    return booking.ticket();
  }

  public String ticketWords() {
    return TicketName.of(booking.ticket(), around.words());
  }

  public TicketSecret digits() {
    return booking.secret();
  }

  public String whenWords() {
    var slot = booking.slot();
    return around
        .words()
        .of(
            "booked.when",
            Map.of(
                "day", around.words().day(slot.start(), around.about().zone()),
                "start", around.time(slot.start()),
                "end", around.time(slot.start().plus(slot.length()))));
  }

  public String stationName() {
    return booking.stationName();
  }

  public void done() {
    done.run();
  }

  @Override
  public void back() {
    done.run();
  }
}
