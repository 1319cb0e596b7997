package org.escale.client.agent;

import java.security.SecureRandom;
import org.escale.client.station.StationEvent.EmergencyVisit;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketProof;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.WipeOrderId;

/**
 * Draws what a visit needs that no server has ordered. Another station may draw the same picture at
 * the same time; the digits tell whose visit it is.
 */
final class EmergencyDraw {

  private final SecureRandom random = new SecureRandom();

  EmergencyVisit visit(Language language) {
    TicketSecret digits = TicketSecret.random(random);
    return new EmergencyVisit(
        SessionId.random(),
        WipeOrderId.random(),
        language,
        new PublicTicket(any(Pictogram.values()), any(TicketColour.values())),
        TicketProof.of(digits, random),
        digits);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
