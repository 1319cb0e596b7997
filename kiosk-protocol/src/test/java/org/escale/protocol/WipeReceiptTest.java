package org.escale.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WipeReceiptTest {

  private static final Instant FINISHED = Instant.parse("2026-11-02T10:12:01.345Z");

  /** Found with {@code sha256sum} of the nine lines; both sides must go on writing them so. */
  @Test
  void isSealedOverAllThatItSays() {
    assertThat(receipt(0, FINISHED).seal())
        .isEqualTo("f5d2a43e09b9e78f5172bff780082207bd8fc47d28066b91ee00be9a12ab81e8");
  }

  @Test
  void anotherResidueIsAnotherSeal() {
    assertThat(receipt(1, FINISHED).seal()).isNotEqualTo(receipt(0, FINISHED).seal());
  }

  @Test
  void whatIsSmallerThanAMillisecondIsNotSealed() {
    assertThat(receipt(0, FINISHED.plusNanos(1)).seal()).isEqualTo(receipt(0, FINISHED).seal());
  }

  @Test
  void anotherKindOfResidueIsAnotherSeal() {
    assertThat(receipt(1, Map.of(WipeItem.SOUND, 1)).seal())
        .isNotEqualTo(receipt(1, Map.of(WipeItem.SCREEN, 1)).seal());
  }

  @Test
  void refusesAResidueThatIsNotWhatIsLeft() {
    assertThatThrownBy(() -> receipt(0, Map.of(WipeItem.SOUND, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static WipeReceipt receipt(int residue, Instant finished) {
    return receipt(residue, Map.of(), finished);
  }

  private static WipeReceipt receipt(int residue, Map<WipeItem, Integer> left) {
    return receipt(residue, left, FINISHED);
  }

  private static WipeReceipt receipt(int residue, Map<WipeItem, Integer> left, Instant finished) {
    return new WipeReceipt(
        WipeOrderId.of("04de4000-0000-4000-8000-000000000004"),
        null,
        42,
        Map.of(WipeItem.PROCESSES, 17, WipeItem.MOUNTS, 3),
        residue,
        left,
        Map.of(WipePhase.BURST, Duration.ofMillis(63)),
        "0.1.0",
        finished,
        "none before");
  }
}
