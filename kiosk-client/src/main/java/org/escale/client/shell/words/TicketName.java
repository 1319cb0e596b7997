package org.escale.client.shell.words;

import java.util.Map;
import org.escale.protocol.PublicTicket;

/** A ticket's name as people say it: le parapluie vert, the green umbrella. */
public final class TicketName {

  /** The colour's word follows the noun's form (gender or plural) where the language does so. */
  public static String of(PublicTicket ticket, Words words) {
    String form = words.of("pictogram." + ticket.pictogram().name() + ".form");
    return words.of(
        "ticket.name",
        Map.of(
            "pictogram", words.of("pictogram", ticket.pictogram()),
            "colour", words.of("colour." + ticket.colour().name(), Map.of("form", form))));
  }

  private TicketName() {}
}
