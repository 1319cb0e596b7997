package org.escale.server.stations.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.server.platform.words.TimeWords;
import org.escale.server.platform.words.WipeWords;
import org.escale.server.stations.ReceiptChain;

/**
 * The proofs that one station was erased.
 *
 * @param receipts the newest first
 */
public record ReceiptsView(String stationName, ZoneId zone, List<WipeReceipt> receipts) {

  public ReceiptsView {
    receipts = List.copyOf(receipts);
  }

  /** Something that was counted or measured. */
  public record Part(String label, String value) {}

  /** All of it in plain words. */
  public String sentence() {
    if (receipts.isEmpty()) {
      return "Aucun effacement de ce poste n’est prouvé depuis 30 jours.";
    }
    WipeReceipt newest = receipts.getFirst();
    if (!newest.clean()) {
      return "Le dernier effacement n’est pas complet\u00a0: "
          + residue(newest)
          + leftInWords(newest)
          + ". Ce poste n’est proposé à personne tant qu’un effacement n’a pas réussi.";
    }
    long unclean = receipts.stream().filter(receipt -> !receipt.clean()).count();
    if (!new ReceiptChain(receipts).holds()) {
      return "Le dernier effacement est prouvé, mais des reçus plus anciens manquent ou ont été"
          + " changés après coup. Faites vérifier ce poste.";
    }
    String said = "Le dernier effacement est prouvé\u00a0: résidu 0, rien n’est resté.";
    return unclean == 0
        ? said
        : "%s Sur les %d derniers, %d n’%s."
            .formatted(said, receipts.size(), unclean, verb(unclean));
  }

  private String leftInWords(WipeReceipt receipt) {
    return receipt.left().isEmpty()
        ? ""
        : left(receipt).stream()
            .map(part -> part.label() + "\u00a0: " + part.value())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String verb(long unclean) {
    return unclean == 1 ? "était pas complet" : "étaient pas complets";
  }

  /** When the station had finished, by its own clock. */
  public String when(WipeReceipt receipt) {
    return TimeWords.day(receipt.finishedAt().atZone(zone).toLocalDate())
        + ", "
        + TimeWords.clock(receipt.finishedAt(), zone);
  }

  public String residue(WipeReceipt receipt) {
    return "résidu " + receipt.residue();
  }

  /** What is wrong with a receipt among the others, in plain words. */
  public List<String> faults(WipeReceipt receipt) {
    return new ReceiptChain(receipts)
        .faults(receipts.indexOf(receipt)).stream()
            .map(
                fault ->
                    switch (fault) {
                      case ONE_BEFORE_IS_MISSING ->
                          "le reçu n°\u00a0%d manque".formatted(receipt.number() - 1);
                      case CHANGED -> "changé après coup";
                    })
            .toList();
  }

  /** All that was found and looked at, in numbers. */
  public String summary(WipeReceipt receipt) {
    int kinds = receipt.checked().size();
    int found = receipt.checked().values().stream().mapToInt(Integer::intValue).sum();
    return "%d sortes de traces regardées, %s".formatted(kinds, removed(found));
  }

  private static String removed(int found) {
    return switch (found) {
      case 0 -> "rien trouvé";
      case 1 -> "1 trouvée et effacée";
      default -> found + " trouvées et effacées";
    };
  }

  /** How many were found and removed, of each kind of which there were any. */
  public List<Part> found(WipeReceipt receipt) {
    return parts(
        receipt.checked().entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The kinds that were looked at and of which there was nothing. */
  public String foundNothingOf(WipeReceipt receipt) {
    return Arrays.stream(WipeItem.values())
        .filter(item -> Integer.valueOf(0).equals(receipt.checked().get(item)))
        .map(WipeWords::item)
        .map(words -> Character.toLowerCase(words.charAt(0)) + words.substring(1))
        .collect(Collectors.joining(", "));
  }

  /** What was still there afterwards. */
  public List<Part> left(WipeReceipt receipt) {
    return parts(receipt.left());
  }

  private static List<Part> parts(Map<WipeItem, Integer> counts) {
    return Arrays.stream(WipeItem.values())
        .filter(counts::containsKey)
        .map(item -> new Part(WipeWords.item(item), String.valueOf(counts.get(item))))
        .toList();
  }

  public List<Part> phases(WipeReceipt receipt) {
    return Arrays.stream(WipePhase.values())
        .filter(receipt.phases()::containsKey)
        .map(phase -> new Part(WipeWords.phase(phase), took(receipt, phase)))
        .toList();
  }

  public String total(WipeReceipt receipt) {
    return TimeWords.exactly(receipt.total());
  }

  private static String took(WipeReceipt receipt, WipePhase phase) {
    return TimeWords.exactly(receipt.phases().getOrDefault(phase, Duration.ZERO));
  }
}
