package org.escale.client.shell.booking;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.ToShell.Screen.Welcome;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.journey.TypedDigits;
import org.escale.client.shell.words.TicketName;
import org.escale.protocol.PublicTicket;

/** I have a ticket: the digits, typed where the ticket is awaited. */
public final class HeldTicketViewModel implements ScreenModel {

  private final Surroundings around;
  private final Desk desk;
  private final ObservableValue<Welcome> welcome;
  private final Runnable other;
  private final Runnable back;
  private final TypedDigits digits;

  public HeldTicketViewModel(
      Surroundings around,
      Desk desk,
      ObservableValue<Welcome> welcome,
      Runnable other,
      Runnable back) {
    this.around = around;
    this.desk = desk;
    this.welcome = welcome;
    this.other = other;
    this.back = back;
    this.digits = new TypedDigits(desk::startHeld);
  }

  @Override
  public String name() {
    return "ticket";
  }

  public Desk desk() {
    return desk;
  }

  public ObservableValue<Welcome> welcomeProperty() {
    return welcome;
  }

  public TypedDigits digits() {
    return digits;
  }

  /** The ticket this station waits for; none once it waits no longer. */
  public Optional<PublicTicket> held() {
    return Optional.ofNullable(welcome.getValue().held());
  }

  public String heldWords() {
    return held().map(ticket -> TicketName.of(ticket, around.words())).orElse("");
  }

  /** To any other ticket. */
  public void other() {
    other.run();
  }

  @Override
  public void back() {
    back.run();
  }
}
