package org.escale.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TicketProofTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void recognisesItsDigitsAlone() {
    TicketProof proof = TicketProof.of(new TicketSecret("0427"), random);

    assertThat(proof.matches(new TicketSecret("0427"))).isTrue();
    assertThat(proof.matches(new TicketSecret("0428"))).isFalse();
  }

  @Test
  void isDifferentEachTime() {
    TicketSecret secret = new TicketSecret("0427");

    assertThat(TicketProof.of(secret, random)).isNotEqualTo(TicketProof.of(secret, random));
  }

  @Test
  void neitherProofNorDigitsArePrinted() {
    TicketSecret secret = new TicketSecret("0427");

    assertThat(secret.toString()).doesNotContain("0427");
    assertThat(TicketProof.of(secret, random).toString()).isEqualTo("TicketProof[hidden]");
  }
}
