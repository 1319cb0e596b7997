package org.escale.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.escale.protocol.Enrolment;
import org.escale.protocol.FromStation;
import org.escale.protocol.Hello;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportAck;
import org.escale.protocol.StationStateName;
import org.escale.protocol.ToStation;
import org.escale.protocol.Welcome;
import org.escale.protocol.codec.FrameCodec;
import org.escale.protocol.codec.FrameException;
import org.escale.server.stations.link.Switchboard;

/** A station's end of the link, as a plain WebSocket client. */
public final class TestLink implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FrameCodec codec = new FrameCodec();
  private final BlockingQueue<ToStation> received = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final WebSocket socket;
  private volatile boolean silent;

  private TestLink(HttpClient client, URI server, String authorization) {
    socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", authorization)
            .buildAsync(server, new Listener())
            .join();
  }

  /** Opens a connection to a server that runs as a process of its own. */
  static TestLink open(HttpClient client, int port, Enrolment.Answer enrolled) {
    URI link = URI.create("wss://127.0.0.1:" + port + Protocol.LINK_PATH);
    return new TestLink(client, link, TestServer.bearer(enrolled));
  }

  /** Opens a connection and says nothing yet. */
  public static TestLink open(TestServer server, Enrolment.Answer enrolled) {
    return new TestLink(server.client(), server.linkUri(), TestServer.bearer(enrolled));
  }

  /** The HTTP status with which the server refuses a connection. */
  public static int refusal(TestServer server, String authorization) {
    try {
      TestLink unexpected = new TestLink(server.client(), server.linkUri(), authorization);
      unexpected.close();
      throw new AssertionError("the server opened the link");
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) Objects.requireNonNull(e.getCause()))
          .getResponse()
          .statusCode();
    }
  }

  /** A connected station that is clean and locked, with this receipt as its newest. */
  public static TestLink locked(TestServer server, Enrolment.Answer enrolled, long lastReceipt) {
    TestLink link = open(server, enrolled);
    link.send(hello(StationStateName.LOCKED, lastReceipt));
    link.await(Welcome.class);
    // The welcome goes out just before the server can send commands on this link.
    Awaitility.await().until(() -> ((Switchboard) server.links()).connected() > 0);
    return link;
  }

  public static Hello hello(StationStateName state, long lastReceipt) {
    return new Hello(1, 1, "0.1.0", state, null, lastReceipt, true);
  }

  public void send(FromStation frame) {
    send(codec.write(frame));
  }

  public void send(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends what the server may refuse before it has all come. */
  public void sendUntilRefused(String text) {
    socket.sendText(text, true).exceptionally(_ -> socket).join();
  }

  public void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Sends a report and waits until the server has stored it. */
  public void report(Report report) {
    send(report);
    ReportAck ack = await(ReportAck.class);
    if (!ack.report().equals(report.id())) {
      throw new AssertionError("another report was acknowledged");
    }
  }

  /** The next frame of this type; others before it are passed over. */
  public <T extends ToStation> T await(Class<T> type) {
    try {
      while (true) {
        ToStation frame = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (frame == null) {
          throw new AssertionError("no " + type.getSimpleName() + " came");
        }
        if (type.isInstance(frame)) {
          return type.cast(frame);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The frames that have come and were not awaited. */
  public BlockingQueue<ToStation> received() {
    return received;
  }

  public void awaitClosed() {
    try {
      if (!closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the link was not closed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Reads no more, so that pings stay unanswered, as on a station that hangs. */
  public void fallSilent() {
    silent = true;
  }

  /** Breaks the connection, as a cut cable does. */
  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String text = partial.toString();
        partial.setLength(0);
        try {
          received.add(codec.readToStation(text));
        } catch (FrameException e) {
          throw new IllegalStateException(e);
        }
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
      if (!silent) {
        webSocket.request(1);
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
      closed.countDown();
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed.countDown();
    }
  }
}
