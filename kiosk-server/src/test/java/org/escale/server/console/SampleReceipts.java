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
import org.jspecify.annotations.Nullable;

/** Receipts as stations send them. */
public final class SampleReceipts {

  /** The newest first; an older one was not complete. */
  static List<WipeReceipt> some() {
    return List.of(receipt(41, 0), receipt(40, 2), receipt(39, 0));
  }

  /** One is missing, and one was changed after it was sent. */
  static List<WipeReceipt> brokenChain() {
    WipeReceipt changed = receipt(38, 0);
    return List.of(receipt(41, 0), after(receipt(38, 1), 39), changed);
  }

  public static WipeReceipt receipt(long number, int residue) {
    return receipt(number, residue, null);
  }

  /** The one that follows this one, or would, if none were missing between them. */
  public static WipeReceipt after(WipeReceipt before, long number) {
    return receipt(number, 0, before.seal());
  }

  private static WipeReceipt receipt(long number, int residue, @Nullable String previous) {
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
        residue == 0 ? Map.of() : Map.of(WipeItem.PROCESSES, residue),
        phases,
        "0.1.0",
        SampleRoom.NOW.minus(Duration.ofHours(41 - number)).plusNanos(1_234_567),
        previous);
  }

  private SampleReceipts() {}
}
