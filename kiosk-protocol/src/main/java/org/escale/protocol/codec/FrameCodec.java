package org.escale.protocol.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.nio.charset.StandardCharsets;
import org.escale.protocol.Frame;
import org.escale.protocol.FromStation;
import org.escale.protocol.Goodbye;
import org.escale.protocol.Protocol;
import org.escale.protocol.ToStation;

/** Frames to and from JSON text. Thread-safe. */
public final class FrameCodec {

  private final ProtocolJson json = new ProtocolJson();

  public String write(Frame frame) {
    return json.write(frame);
  }

  public ToStation readToStation(String text) throws FrameException {
    return read(text, ToStation.class);
  }

  public FromStation readFromStation(String text) throws FrameException {
    return read(text, FromStation.class);
  }

  private <T extends Frame> T read(String text, Class<T> type) throws FrameException {
    if (text.length() > Protocol.MAX_FRAME_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > Protocol.MAX_FRAME_BYTES) {
      throw new FrameException(Goodbye.Reason.FRAME_TOO_LARGE);
    }
    try {
      return json.read(text, type);
    } catch (InvalidTypeIdException e) {
      throw new FrameException(Goodbye.Reason.UNKNOWN_TYPE);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new FrameException(Goodbye.Reason.MALFORMED_FRAME);
    }
  }
}
