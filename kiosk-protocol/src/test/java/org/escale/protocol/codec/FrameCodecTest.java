package org.escale.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.escale.protocol.*;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
  @Test
  void roundTrip() throws Exception {
    var c = new FrameCodec();
    Command u =
        new Command.Unlock(
            CommandId.random(),
            SessionId.random(),
            Duration.ofMinutes(60),
            Language.ARABIC,
            WipeOrderId.random(),
            new PublicTicket(Pictogram.TREE, TicketColour.BLUE),
            TicketProof.of(new TicketSecret("0123"), new SecureRandom()),
            new TicketSecret("0123"));
    System.out.println(c.write(u));
    assertThat(c.readToStation(c.write(u))).isEqualTo(u);
  }
}
