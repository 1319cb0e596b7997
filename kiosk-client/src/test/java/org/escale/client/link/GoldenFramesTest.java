package org.escale.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.escale.protocol.FromStation;
import org.escale.protocol.ToStation;
import org.escale.protocol.codec.FrameCodec;
import org.escale.protocol.codec.GoldenFrames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The station's side of what both sides have agreed on. */
class GoldenFramesTest {

  private final FrameCodec codec = new FrameCodec();

  @ParameterizedTest
  @MethodSource("org.escale.protocol.codec.GoldenFrames#toStation")
  void readsWhatTheServerSays(ToStation frame) throws Exception {
    String golden = GoldenFrames.text(frame.getClass().getSimpleName());

    assertThat(codec.readToStation(golden)).isEqualTo(frame);
  }

  @ParameterizedTest
  @MethodSource("org.escale.protocol.codec.GoldenFrames#fromStation")
  void saysWhatTheServerReads(FromStation frame) {
    String golden = GoldenFrames.text(frame.getClass().getSimpleName());

    assertThat(codec.write(frame)).isEqualToIgnoringWhitespace(golden);
  }
}
