package org.escale.server.console;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;

/** Receipts as stations send them. */
public final class SampleReceipts {

  /** The newest first; an older one was not complete. */
  static List<WipeReceipt> some() {
    return List.of(receipt(41, 0), receipt(40, 2), receipt(39, 0));
  }

  public static WipeReceipt receipt(long number, int residue) {
    Map<WipeItem, Integer> checked = new EnumMap<>(WipeItem.class);
    for (WipeItem item : WipeItem.values()) {
      checked.put(item, checked.size() * 7 % 5);
    }
    Map<WipePhase, Duration> phases = new EnumMap<>(WipePhase.class);
    for (WipePhase phase : WipePhase.values()) {
      phases.put(phase, Duration.ofMillis(240L * (phases.size() + 1)));
    }
    return new WipeReceipt(
        WipeOrderId.random(),
        SessionId.random(),
        number,
        checked,
        residue,
        phases,
        "0.1.0",
        SampleRoom.NOW.minus(Duration.ofHours(41 - number)));
  }

  private SampleReceipts() {}
}
