package org.escale.server.stations;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.escale.protocol.WipeReceipt;

/**
 * Whether the receipts of a station hang together: their numbers run up by one, and each quotes the
 * seal of the one before.
 *
 * @param receipts the newest first
 */
public record ReceiptChain(List<WipeReceipt> receipts) {

  public ReceiptChain {
    receipts = List.copyOf(receipts);
  }

  /** What is wrong with a receipt. */
  public enum Fault {
    /** The one before it never arrived, or is gone. */
    ONE_BEFORE_IS_MISSING,
    /** It is not what the station said: the next one quotes another. */
    CHANGED
  }

  /** What is wrong with the receipt at this place, as far as those beside it are known. */
  public Set<Fault> faults(int place) {
    WipeReceipt receipt = receipts.get(place);
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (place + 1 < receipts.size() && receipt.number() != receipts.get(place + 1).number() + 1) {
      faults.add(Fault.ONE_BEFORE_IS_MISSING);
    }
    if (place > 0 && isChanged(receipt, receipts.get(place - 1))) {
      faults.add(Fault.CHANGED);
    }
    return faults;
  }

  /** True if each receipt is what its station said and none between them is missing. */
  public boolean holds() {
    for (int place = 0; place < receipts.size(); place++) {
      if (!faults(place).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Programs from before receipts were sealed quoted none. */
  private static boolean isChanged(WipeReceipt receipt, WipeReceipt next) {
    return next.number() == receipt.number() + 1
        && next.previous() != null
        && !Objects.equals(next.previous(), receipt.seal());
  }
}
