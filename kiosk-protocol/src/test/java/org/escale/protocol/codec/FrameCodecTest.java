package org.escale.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.escale.protocol.Frame;
import org.escale.protocol.FromStation;
import org.escale.protocol.Goodbye;
import org.escale.protocol.Protocol;
import org.escale.protocol.ToStation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {

  private final FrameCodec codec = new FrameCodec();

  @ParameterizedTest
  @MethodSource("org.escale.protocol.codec.GoldenFrames#fromStation")
  void readsAndWritesWhatAStationSays(FromStation frame) throws Exception {
    String golden = GoldenFrames.text(frame.getClass().getSimpleName());

    assertThat(codec.readFromStation(golden)).isEqualTo(frame);
    assertSameJson(codec.write(frame), golden);
  }

  @ParameterizedTest
  @MethodSource("org.escale.protocol.codec.GoldenFrames#toStation")
  void readsAndWritesWhatTheServerSays(ToStation frame) throws Exception {
    String golden = GoldenFrames.text(frame.getClass().getSimpleName());

    assertThat(codec.readToStation(golden)).isEqualTo(frame);
    assertSameJson(codec.write(frame), golden);
  }

  @Test
  void readsAndWritesTheVariants() throws Exception {
    for (var variant : GoldenFrames.variants().entrySet()) {
      String golden = GoldenFrames.text(variant.getKey());
      Frame read =
          variant.getValue() instanceof FromStation
              ? codec.readFromStation(golden)
              : codec.readToStation(golden);

      assertThat(read).isEqualTo(variant.getValue());
      assertSameJson(codec.write(variant.getValue()), golden);
    }
  }

  @Test
  void everyTypeOfFrameHasAGoldenFile() {
    List<Class<?>> golden = new ArrayList<>();
    GoldenFrames.fromStation().forEach(frame -> golden.add(frame.getClass()));
    GoldenFrames.toStation().forEach(frame -> golden.add(frame.getClass()));

    assertThat(golden).containsExactlyInAnyOrderElementsOf(leaves(Frame.class).toList());
  }

  @Test
  void ignoresUnknownFields() throws Exception {
    String golden = GoldenFrames.text("ReportAck");

    assertThat(codec.readToStation(golden.replaceFirst("\\{", "{\"mood\":\"sunny\",")))
        .isEqualTo(codec.readToStation(golden));
  }

  @Test
  void refusesUnknownTypes() {
    assertRefused("{\"type\":\"Gossip\"}", Goodbye.Reason.UNKNOWN_TYPE);
  }

  @Test
  void refusesAFrameOfTheOtherSide() {
    assertRefused(GoldenFrames.text("ReportAck"), Goodbye.Reason.UNKNOWN_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "[]",
        "42",
        "{\"type\":\"SessionStarted\",\"id\":\"not-an-id\"}",
        "{\"type\":\"Hello\",\"oldest\":null,\"newest\":1,\"programVersion\":\"\","
            + "\"state\":\"LOCKED\",\"lastReceipt\":0}",
        "{\"type\":\"Hello\",\"oldest\":1,\"newest\":1,\"programVersion\":\"\","
            + "\"state\":2,\"lastReceipt\":0}",
        "{\"type\":\"ReportAck\"} {\"type\":\"ReportAck\"}"
      })
  void refusesWhatIsNoFrame(String text) {
    assertThatThrownBy(() -> codec.readFromStation(text)).isInstanceOf(FrameException.class);
  }

  @Test
  void refusesOversizedFrames() {
    assertRefused("x".repeat(Protocol.MAX_FRAME_BYTES + 1), Goodbye.Reason.FRAME_TOO_LARGE);
    assertRefused("é".repeat(Protocol.MAX_FRAME_BYTES / 2 + 1), Goodbye.Reason.FRAME_TOO_LARGE);
  }

  @Test
  void aRefusalQuotesNothing() {
    assertThatThrownBy(() -> codec.readFromStation("{\"type\":\"Hello\",\"oldest\":\"secret\"}"))
        .isInstanceOf(FrameException.class)
        .hasMessage("MALFORMED_FRAME")
        .hasNoCause();
  }

  private void assertRefused(String text, Goodbye.Reason reason) {
    assertThatThrownBy(() -> codec.readFromStation(text))
        .isInstanceOfSatisfying(
            FrameException.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private static void assertSameJson(String actual, String expected)
      throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(actual)).isEqualTo(mapper.readTree(expected));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FrameCodecTest::leaves)
        : Stream.of(type);
  }
}
