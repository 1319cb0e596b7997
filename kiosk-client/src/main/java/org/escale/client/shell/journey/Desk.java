package org.escale.client.shell.journey;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/** The questions of a visitor at a free station and the answers to them, one at a time. */
public final class Desk {

  private final AgentLine agent;
  private final ObjectProperty<Visits.@Nullable Offer> offer = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable RefusalReason> refusal = new SimpleObjectProperty<>();
  private final BooleanProperty waiting = new SimpleBooleanProperty();

  public Desk(AgentLine agent) {
    this.agent = agent;
  }

  /** What can be had now and later; null until answered. */
  public ObjectProperty<Visits.@Nullable Offer> offerProperty() {
    return offer;
  }

  /** Why the last question was refused; null if it was not. */
  public ObjectProperty<@Nullable RefusalReason> refusalProperty() {
    return refusal;
  }

  /** A press is being answered: nothing else can be pressed meanwhile. */
  public BooleanProperty waitingProperty() {
    return waiting;
  }

  public void askOffer() {
    agent.send(new FromShell.AskOffer());
  }

  public void takeNow() {
    press(new FromShell.TakeNow());
  }

  public void book(Visits.Slot slot) {
    press(new FromShell.Book(slot));
  }

  public void startHeld(TicketSecret secret) {
    press(new FromShell.StartHeld(secret));
  }

  public void offered(Visits.Offer answer) {
    offer.set(answer);
  }

  public void answered() {
    waiting.set(false);
  }

  public void refused(RefusalReason reason) {
    waiting.set(false);
    refusal.set(null);
    refusal.set(reason);
  }

  /** A new page: what was said on the last one is over. */
  public void newPage() {
    refusal.set(null);
    waiting.set(false);
  }

  private void press(FromShell question) {
    if (waiting.get()) {
      return;
    }
    refusal.set(null);
    waiting.set(true);
    agent.send(question);
  }
}
