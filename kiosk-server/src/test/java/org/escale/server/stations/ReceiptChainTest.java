package org.escale.server.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.server.stations.ReceiptChain.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceiptChainTest {

  @Test
  void receiptsThatTheStationWroteHangTogether() {
    assertThat(new ReceiptChain(receipts(5)).holds()).isTrue();
    assertThat(new ReceiptChain(List.of()).holds()).isTrue();
  }

  @Test
  void aMissingReceiptShowsAtTheOneAfterIt() {
    List<WipeReceipt> receipts = receipts(5);
    receipts.remove(2);

    ReceiptChain chain = new ReceiptChain(receipts);

    assertThat(chain.holds()).isFalse();
    assertThat(chain.faults(1)).containsExactly(Fault.ONE_BEFORE_IS_MISSING);
    assertThat(chain.faults(2)).isEmpty();
  }

  @Test
  void aChangedReceiptShows() {
    List<WipeReceipt> receipts = receipts(5);
    WipeReceipt old = receipts.get(2);
    receipts.set(2, receipt(old.number(), old.residue() + 1, old.previous()));

    assertThat(new ReceiptChain(receipts).faults(2)).isEqualTo(Set.of(Fault.CHANGED));
  }

  @Test
  void thoseThatQuoteNoneAreNotBlamed() {
    List<WipeReceipt> receipts = List.of(receipt(2, 0, null), receipt(1, 0, null));

    assertThat(new ReceiptChain(receipts).holds()).isTrue();
  }

  /** As many in a row, the newest first. */
  private static List<WipeReceipt> receipts(int count) {
    List<WipeReceipt> receipts = new ArrayList<>();
    String previous = null;
    for (long number = 1; number <= count; number++) {
      WipeReceipt receipt = receipt(number, 0, previous);
      previous = receipt.seal();
      receipts.add(receipt);
    }
    Collections.reverse(receipts);
    return receipts;
  }

  private static WipeReceipt receipt(long number, int residue, @Nullable String previous) {
    return new WipeReceipt(
        WipeOrderId.random(),
        SessionId.random(),
        number,
        Map.of(WipeItem.PROCESSES, 17),
        residue,
        Map.of(),
        Map.of(WipePhase.BURST, Duration.ofMillis(63)),
        "0.1.0",
        Instant.parse("2026-11-02T10:12:01.345Z"),
        previous);
  }
}
