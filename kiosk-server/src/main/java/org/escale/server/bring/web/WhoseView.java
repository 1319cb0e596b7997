package org.escale.server.bring.web;

import org.escale.protocol.PublicTicket;
import org.escale.server.bring.Host;
import org.escale.server.platform.words.TicketWords;
import org.jspecify.annotations.Nullable;

/** Which visit it is, in the visit's language, so that she knows it for her own. */
public record WhoseView(Host host) {

  public @Nullable PublicTicket ticket() {
    return host.ticket();
  }

  public String ticketWords(PublicTicket ticket) {
    return PhoneWords.in(host.language()).ticket(ticket);
  }

  public String icon(PublicTicket ticket) {
    return TicketWords.icon(ticket.pictogram());
  }

  public String colour(PublicTicket ticket) {
    return TicketWords.styleClass(ticket.colour());
  }
}
