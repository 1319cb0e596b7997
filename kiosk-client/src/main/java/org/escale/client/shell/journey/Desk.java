package org.escale.client.shell.journey;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Refused;
import org.escale.client.ipc.ToShell.SlotsFree;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/** The questions of a visitor at a free station and the answers to them, one at a time. */
public final class Desk {

  private final AgentLine agent;
  private final ObjectProperty<Visits.@Nullable Offer> offer = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable SlotsFree> slots = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable RefusalReason> refusal = new SimpleObjectProperty<>();
  private final ObjectProperty<List<Visits.Slot>> alternatives =
      new SimpleObjectProperty<>(List.of());
  private final BooleanProperty waiting = new SimpleBooleanProperty();

  public Desk(AgentLine agent) {
    this.agent = agent;
  }

  /** What can be had now and later; null until answered. */
  public ObjectProperty<Visits.@Nullable Offer> offerProperty() {
    return offer;
  }

  /** The free slots of the day that was last asked about; null until answered. */
  public ObjectProperty<@Nullable SlotsFree> slotsProperty() {
    return slots;
  }

  /** Why the last question was refused; null if it was not. */
  public ObjectProperty<@Nullable RefusalReason> refusalProperty() {
    return refusal;
  }

  /** What could be had instead of the slot that was refused. */
  public ObjectProperty<List<Visits.Slot>> alternativesProperty() {
    return alternatives;
  }

  /** A press is being answered: nothing else can be pressed meanwhile. */
  public BooleanProperty waitingProperty() {
    return waiting;
  }

  public void askOffer() {
    agent.send(new FromShell.AskOffer());
  }

  public void askSlots(Visits.SlotsWish wish) {
    agent.send(new FromShell.AskSlots(wish));
  }

  public void takeNow() {
    press(new FromShell.TakeNow());
  }

  public void book(Visits.Slot slot, Set<StationTrait> needs, @Nullable StationId station) {
    press(new FromShell.Book(slot, needs, station));
  }

  public void join(Set<StationTrait> needs, Duration length) {
    press(new FromShell.JoinQueue(needs, length));
  }

  public void showTicket(PublicTicket ticket, TicketSecret secret) {
    press(new FromShell.ShowTicket(ticket, secret));
  }

  public void moveTicket(PublicTicket ticket, TicketSecret secret, Visits.Slot slot) {
    press(new FromShell.MoveTicket(ticket, secret, slot));
  }

  public void cancelTicket(PublicTicket ticket, TicketSecret secret) {
    press(new FromShell.CancelTicket(ticket, secret));
  }

  /** Gives back what came for a visitor who has gone. */
  public void giveBack(PublicTicket ticket, TicketSecret secret) {
    agent.send(new FromShell.CancelTicket(ticket, secret));
  }

  public void startTicket(PublicTicket ticket, TicketSecret secret) {
    press(new FromShell.StartTicket(ticket, secret));
  }

  public void startHeld(TicketSecret secret) {
    press(new FromShell.StartHeld(secret));
  }

  /** As typed: the agent knows which kind it is. */
  public void typeCode(String code) {
    press(new FromShell.TypeCode(code));
  }

  public void offered(Visits.Offer answer) {
    offer.set(answer);
  }

  public void free(SlotsFree answer) {
    slots.set(answer);
  }

  public void answered() {
    waiting.set(false);
  }

  public void refused(Refused answer) {
    waiting.set(false);
    alternatives.set(answer.alternatives());
    refusal.set(null);
    refusal.set(answer.reason());
  }

  /** A new page: what was said on the last one is over. */
  public void newPage() {
    forgetRefusal();
    waiting.set(false);
  }

  /** The visitor has gone on from what was refused. */
  public void forgetRefusal() {
    refusal.set(null);
    alternatives.set(List.of());
  }

  private void press(FromShell question) {
    if (waiting.get()) {
      return;
    }
    forgetRefusal();
    waiting.set(true);
    agent.send(question);
  }
}
