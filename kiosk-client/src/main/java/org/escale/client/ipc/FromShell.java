package org.escale.client.ipc;

import java.time.Duration;
import java.util.Set;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/** From the shell to the agent: what a visitor may ask, and nothing else. */
public sealed interface FromShell {

  /** First: the shell is on the screen, which is this large in pixels. */
  record Ready(int screenWidth, int screenHeight) implements FromShell {}

  record ChooseLanguage(Language language) implements FromShell {}

  /** What can be had now and later today? */
  record AskOffer() implements FromShell {}

  record TakeNow() implements FromShell {}

  /** Which slots of this day are free? */
  record AskSlots(Visits.SlotsWish wish) implements FromShell {}

  /**
   * @param station only there; null: anywhere that fits
   */
  record Book(Visits.Slot slot, Set<StationTrait> needs, @Nullable StationId station)
      implements FromShell {

    public Book {
      needs = Set.copyOf(needs);
    }
  }

  /** Wait for the next station that fits. */
  record JoinQueue(Set<StationTrait> needs, Duration length) implements FromShell {

    public JoinQueue {
      needs = Set.copyOf(needs);
    }
  }

  /** What is this ticket good for? */
  record ShowTicket(PublicTicket ticket, TicketSecret secret) implements FromShell {}

  /** Another slot for this ticket. */
  record MoveTicket(PublicTicket ticket, TicketSecret secret, Visits.Slot slot)
      implements FromShell {}

  /** Gives the slot or the place in the queue back. */
  record CancelTicket(PublicTicket ticket, TicketSecret secret) implements FromShell {}

  /** Begin the visit of this ticket here. */
  record StartTicket(PublicTicket ticket, TicketSecret secret) implements FromShell {}

  /** Begin the visit that this station waits for. */
  record StartHeld(TicketSecret secret) implements FromShell {}

  /** A one-time code from a mediator, as typed. */
  record TypeCode(String code) implements FromShell {

    @Override
    public String toString() {
      return "TypeCode[hidden]";
    }
  }

  /** Print this ticket on paper. */
  record PrintSlip(SlipPage page) implements FromShell {}

  /** The visitor has noted her ticket's digits: they need not be shown any more. */
  record Noted() implements FromShell {}

  record AskHelp(HelpReason reason) implements FromShell {}

  record CancelHelp() implements FromShell {}

  /** The visitor opened a guide; counted once a session. */
  record OpenGuide(String guideId) implements FromShell {}

  /** The guide that was open is not any more. */
  record CloseGuide() implements FromShell {}

  /** Open the official site of this guide in the browser. */
  record OpenGuideSite(String guideId) implements FromShell {}

  /** Could this visit have more time? */
  record AskMoreTime() implements FromShell {}

  /** More time, please. */
  record MoreTime() implements FromShell {}

  /** Let my telephone bring documents. */
  record InvitePhone() implements FromShell {}

  record Hide() implements FromShell {}

  record Reveal(TicketSecret secret) implements FromShell {}

  /** I am done: show goodbye. */
  record End() implements FromShell {}

  record BackToWork() implements FromShell {}

  /** Show me what is on my stick. */
  record OpenStick() implements FromShell {}

  /** Copy my documents to my stick. */
  record SaveToStick() implements FromShell {}

  /** Delete all my documents that are on this station, to make room. */
  record DeleteDocuments() implements FromShell {}

  /** I want to take my stick out. */
  record EjectStick() implements FromShell {}

  /** Erase now. */
  record Leave() implements FromShell {}
}
