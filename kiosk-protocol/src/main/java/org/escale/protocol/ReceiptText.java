package org.escale.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as the one text that both sides seal: a line for each thing it says, in a fixed order,
 * times in whole milliseconds.
 */
final class ReceiptText {

  static String sealed(WipeReceipt receipt) {
    try {
      byte[] text = of(receipt).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String of(WipeReceipt receipt) {
    return String.join(
        "\n",
        "order " + receipt.order(),
        "session " + orNone(receipt.session()),
        "number " + receipt.number(),
        "checked " + inOrder(receipt.checked()),
        "residue " + receipt.residue() + left(receipt),
        "phases " + inOrder(millis(receipt.phases())),
        "program " + receipt.programVersion(),
        "finished " + receipt.finishedAt().toEpochMilli(),
        "previous " + orNone(receipt.previous()));
  }

  /** A line of its own only where something is left: a clean receipt reads as it always did. */
  private static String left(WipeReceipt receipt) {
    return receipt.left().isEmpty() ? "" : "\nleft " + inOrder(receipt.left());
  }

  private static String orNone(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }

  private static Map<WipePhase, Long> millis(Map<WipePhase, Duration> phases) {
    return phases.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toMillis()));
  }

  /** By name: the order in which they are declared may change. */
  private static String inOrder(Map<? extends Enum<?>, ?> values) {
    Map<String, Object> byName = new TreeMap<>();
    values.forEach((key, value) -> byName.put(key.name(), value));
    return byName.toString();
  }

  private ReceiptText() {}
}
