package org.escale.client.journal;

import org.escale.protocol.WipeReceipt;
import org.jspecify.annotations.Nullable;

/**
 * The newest receipt: what the next one goes on from.
 *
 * @param number 0 if there is none yet
 * @param seal null if there is none yet, or if a program wrote it that sealed none
 */
public record ReceiptHead(long number, @Nullable String seal) {

  public static final ReceiptHead NONE = new ReceiptHead(0, null);

  public static ReceiptHead of(WipeReceipt receipt) {
    return new ReceiptHead(receipt.number(), receipt.seal());
  }
}
