package org.escale.client.shell.session;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Screen.Hidden;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.journey.TypedDigits;
import org.escale.client.shell.words.TicketName;
import org.escale.protocol.PublicTicket;

/** The cover over a visit: only its digits, or a mediator, take it away. */
public final class HiddenViewModel implements ScreenModel {

  private final Surroundings around;
  private final TypedDigits digits;
  private final ObjectProperty<Hidden> hidden;
  private boolean missed;

  public HiddenViewModel(Surroundings around, AgentLine agent, Hidden hidden) {
    this.around = around;
    this.hidden = new SimpleObjectProperty<>(hidden);
    this.digits = new TypedDigits(secret -> agent.send(new FromShell.Reveal(secret)));
  }

  @Override
  public String name() {
    return "hidden";
  }

  public void update(Hidden now) {
    missed = now.triesLeft() < hidden.get().triesLeft();
    hidden.set(now);
  }

  public ObjectProperty<Hidden> hiddenProperty() {
    return hidden;
  }

  public TypedDigits digits() {
    return digits;
  }

  public PublicTicket ticket() {
    return hidden.get().ticket();
  }

  public String ticketWords() {
    return TicketName.of(ticket(), around.words());
  }

  public boolean canType() {
    return hidden.get().triesLeft() > 0;
  }

  /** Empty while nothing went wrong. */
  public String triesWords() {
    if (!canType()) {
      return around.words().of("hidden.locked");
    }
    int left = hidden.get().triesLeft();
    return missed ? around.words().of("digits.wrong.left", Map.of("tries", left)) : "";
  }
}
