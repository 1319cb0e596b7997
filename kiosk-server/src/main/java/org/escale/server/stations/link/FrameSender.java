package org.escale.server.stations.link;

import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.escale.protocol.Goodbye;
import org.escale.protocol.ToStation;
import org.escale.protocol.codec.FrameCodec;

/** Sends the frames of one link one after another, whoever asks. Thread-safe. */
final class FrameSender {

  /** A station that takes nothing for so long is as good as gone. */
  private static final int MAX_WAITING = 2_000;

  private final Session session;
  private final FrameCodec codec;
  private final Queue<ToStation> waiting = new ArrayDeque<>();
  private boolean sending;
  private boolean closing;

  FrameSender(Session session, FrameCodec codec) {
    this.session = session;
    this.codec = codec;
  }

  void send(ToStation frame) {
    synchronized (this) {
      if (closing) {
        return;
      }
      if (waiting.size() >= MAX_WAITING) {
        closing = true;
        session.disconnect();
        return;
      }
      waiting.add(frame);
      closing = frame instanceof Goodbye;
    }
    sendNext();
  }

  private void sendNext() {
    ToStation frame;
    synchronized (this) {
      if (sending || waiting.isEmpty()) {
        return;
      }
      frame = waiting.remove();
      sending = true;
    }
    session.sendText(codec.write(frame), Callback.from(() -> sent(frame), this::failed));
  }

  private void sent(ToStation frame) {
    synchronized (this) {
      sending = false;
    }
    if (frame instanceof Goodbye(var reason)) {
      session.close(StatusCode.POLICY_VIOLATION, reason.name(), Callback.NOOP);
    } else {
      sendNext();
    }
  }

  private void failed(Throwable cause) {
    synchronized (this) {
      closing = true;
      waiting.clear();
    }
    session.disconnect();
  }
}
