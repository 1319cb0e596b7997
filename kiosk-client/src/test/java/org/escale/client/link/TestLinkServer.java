package org.escale.client.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.escale.protocol.Command;
import org.escale.protocol.Frame;
import org.escale.protocol.FromStation;
import org.escale.protocol.Hello;
import org.escale.protocol.Report;
import org.escale.protocol.ReportAck;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.Welcome;
import org.escale.protocol.codec.FrameCodec;
import org.escale.protocol.codec.FrameException;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** A server that welcomes whoever says hello, and acknowledges reports when it is told to. */
public final class TestLinkServer extends WebSocketServer implements AutoCloseable {

  public static final String SECRET = "a-station-secret";

  private final FrameCodec codec = new FrameCodec();
  private final CountDownLatch started = new CountDownLatch(1);
  private final TestAuthority authority;
  public final Queue<Hello> hellos = new ConcurrentLinkedQueue<>();
  public final Queue<Report> reports = new ConcurrentLinkedQueue<>();
  public final Queue<String> credentials = new ConcurrentLinkedQueue<>();
  public final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  public volatile boolean acknowledges = true;

  /** Whoever calls is let down. */
  public volatile boolean away;

  public TestLinkServer(TestAuthority authority) throws Exception {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.authority = authority;
    setWebSocketFactory(new DefaultSSLWebSocketServerFactory(authority.serverFor("localhost")));
    setReuseAddr(true);
    setConnectionLostTimeout(0);
    start();
    started.await();
  }

  public Membership membership() {
    return new Membership(
        URI.create("https://localhost:" + getPort()),
        StationId.random(),
        SECRET,
        authority.certificate(),
        "Poste 1",
        "Centre");
  }

  public void tell(Command command) {
    broadcast(codec.write(command));
  }

  public void tell(String text) {
    broadcast(text);
  }

  public void cutOff() {
    getConnections().forEach(connection -> connection.closeConnection(1006, "cut"));
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    if (away) {
      connection.closeConnection(1006, "away");
      return;
    }
    credentials.add(
        handshake.getResourceDescriptor() + " " + handshake.getFieldValue("Authorization"));
  }

  @Override
  public void onMessage(WebSocket connection, String message) {
    try {
      FromStation frame = codec.readFromStation(message);
      switch (frame) {
        case Hello hello -> {
          hellos.add(hello);
          answer(
              connection,
              new Welcome(1, "Centre", "Poste 1", ZoneId.of("Europe/Paris"), StationRole.VISITS));
        }
        case Report report -> {
          reports.add(report);
          if (acknowledges) {
            answer(connection, new ReportAck(report.id()));
          }
        }
      }
    } catch (FrameException e) {
      complaints.add(e.reason().name());
    }
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

  @Override
  public void onError(@Nullable WebSocket connection, Exception failure) {
    complaints.add(failure.toString());
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void close() {
    try {
      stop(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(WebSocket connection, Frame frame) {
    connection.send(codec.write(frame));
  }
}
