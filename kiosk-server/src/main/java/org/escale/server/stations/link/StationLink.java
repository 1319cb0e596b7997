package org.escale.server.stations.link;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.escale.protocol.FromStation;
import org.escale.protocol.Goodbye;
import org.escale.protocol.Hello;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.StationId;
import org.escale.protocol.ToStation;
import org.escale.protocol.codec.FrameCodec;
import org.escale.protocol.codec.FrameException;
import org.escale.server.platform.TraceWithoutWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open connection of one station. Jetty calls it from one thread at a time, and insists that
 * the class is public.
 */
public final class StationLink implements Session.Listener.AutoDemanding {

  private static final Logger log = LoggerFactory.getLogger(StationLink.class);

  private final StationId station;
  private final Switchboard switchboard;
  private final FrameCodec codec;
  private final StringBuilder partial = new StringBuilder();
  private volatile @Nullable Session session;
  private volatile @Nullable FrameSender sender;
  private volatile long heardAtNanos = System.nanoTime();
  private volatile boolean ended;
  private boolean greeted;

  StationLink(StationId station, Switchboard switchboard, FrameCodec codec) {
    this.station = station;
    this.switchboard = switchboard;
    this.codec = codec;
  }

  StationId station() {
    return station;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = opened;
    sender = new FrameSender(opened, codec);
    switchboard.opened(this);
  }

  @Override
  public void onWebSocketPartialText(String part, boolean last) {
    heard();
    if (ended) {
      return;
    }
    if (partial.length() + part.length() > Protocol.MAX_FRAME_BYTES) {
      refuse(Goodbye.Reason.FRAME_TOO_LARGE);
      return;
    }
    partial.append(part);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      take(text);
    }
  }

  @Override
  public void onWebSocketPartialBinary(ByteBuffer part, boolean last, Callback callback) {
    callback.succeed();
    if (!ended) {
      refuse(Goodbye.Reason.MALFORMED_FRAME);
    }
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    heard();
    Session open = session;
    if (open != null) {
      open.sendPong(payload, Callback.NOOP);
    }
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    heard();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    log.info("The link to station {} broke: {}.", station, cause.getClass().getSimpleName());
  }

  @Override
  public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
    ended = true;
    switchboard.closed(this);
    callback.succeed();
  }

  void send(ToStation frame) {
    FrameSender open = sender;
    if (open != null) {
      open.send(frame);
    }
  }

  void refuse(Goodbye.Reason reason) {
    ended = true;
    partial.setLength(0);
    log.info("The link to station {} is closed: {}.", station, reason);
    send(new Goodbye(reason));
  }

  void ping() {
    Session open = session;
    if (open != null && open.isOpen()) {
      open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }
  }

  boolean silentFor(Duration limit) {
    return System.nanoTime() - heardAtNanos > limit.toNanos();
  }

  /** Ends the connection without a word: nobody listens. */
  void drop() {
    Session open = session;
    if (open != null) {
      open.disconnect();
    }
  }

  private void heard() {
    heardAtNanos = System.nanoTime();
  }

  private void take(String text) {
    try {
      take(codec.readFromStation(text));
    } catch (FrameException e) {
      refuse(e.reason());
    } catch (RuntimeException e) {
      log.error(
          "A report of station {} could not be stored; it will come again.\n{}",
          station,
          TraceWithoutWords.of(e));
      ended = true;
      Session open = session;
      if (open != null) {
        open.close(StatusCode.SERVER_ERROR, "", Callback.NOOP);
      }
    }
  }

  private void take(FromStation frame) {
    switch (frame) {
      case Hello hello -> greet(hello);
      case Report report -> {
        if (greeted) {
          switchboard.take(this, report);
        } else {
          refuse(Goodbye.Reason.HELLO_EXPECTED);
        }
      }
    }
  }

  private void greet(Hello hello) {
    if (greeted) {
      refuse(Goodbye.Reason.MALFORMED_FRAME);
    } else if (hello.newest() < Protocol.OLDEST_VERSION
        || hello.oldest() > Protocol.NEWEST_VERSION) {
      refuse(Goodbye.Reason.NO_COMMON_VERSION);
    } else {
      greeted = true;
      switchboard.greeted(this, hello, Math.min(hello.newest(), Protocol.NEWEST_VERSION));
    }
  }
}
