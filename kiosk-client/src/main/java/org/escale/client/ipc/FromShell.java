package org.escale.client.ipc;

import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;

/** From the shell to the agent: what a visitor may ask, and nothing else. */
public sealed interface FromShell {

  /** First: the shell is on the screen, which is this large in pixels. */
  record Ready(int screenWidth, int screenHeight) implements FromShell {}

  record ChooseLanguage(Language language) implements FromShell {}

  /** What can be had now and later today? */
  record AskOffer() implements FromShell {}

  record TakeNow() implements FromShell {}

  record Book(Visits.Slot slot) implements FromShell {}

  /** Begin the visit that this station waits for. */
  record StartHeld(TicketSecret secret) implements FromShell {}

  /** A one-time code from a mediator, as typed. */
  record TypeCode(String code) implements FromShell {

    @Override
    public String toString() {
      return "TypeCode[hidden]";
    }
  }

  /** The visitor has noted her ticket's digits: they need not be shown any more. */
  record Noted() implements FromShell {}

  record AskHelp(HelpReason reason) implements FromShell {}

  record CancelHelp() implements FromShell {}

  /** The visitor opened a guide; counted once a session. */
  record OpenGuide(String guideId) implements FromShell {}

  /** Open the official site of this guide in the browser. */
  record OpenGuideSite(String guideId) implements FromShell {}

  record Hide() implements FromShell {}

  record Reveal(TicketSecret secret) implements FromShell {}

  /** I am done: show goodbye. */
  record End() implements FromShell {}

  record BackToWork() implements FromShell {}

  /** Erase now. */
  record Leave() implements FromShell {}
}
