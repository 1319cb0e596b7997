package org.escale.client.link;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.client.station.BootTime;
import org.escale.client.station.port.BootClock;
import org.escale.protocol.Command;
import org.escale.protocol.Frame;
import org.escale.protocol.Goodbye;
import org.escale.protocol.Hello;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportAck;
import org.escale.protocol.ToStation;
import org.escale.protocol.Welcome;
import org.escale.protocol.codec.FrameCodec;
import org.escale.protocol.codec.FrameException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the server, from hello until it breaks. */
final class LinkConversation implements WebSocket.Listener {

  private static final Logger log = LoggerFactory.getLogger(LinkConversation.class);

  /** In the queue, wakes the thread that carries on. */
  private sealed interface Outgoing {
    record Text(Frame frame) implements Outgoing {}

    record Stop(String why) implements Outgoing {}
  }

  private final FrameCodec codec = new FrameCodec();
  private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
  private final StringBuilder incoming = new StringBuilder();
  private final BootClock clock;
  private final LinkTimes times;
  private final ServerLink.Listener listener;
  private final Runnable welcomed;
  private volatile BootTime lastHeard;
  private boolean open;

  LinkConversation(
      BootClock clock, LinkTimes times, ServerLink.Listener listener, Runnable welcomed) {
    this.clock = clock;
    this.times = times;
    this.listener = listener;
    this.welcomed = welcomed;
    this.lastHeard = clock.now();
  }

  void send(Report report) {
    outgoing.add(new Outgoing.Text(report));
  }

  void abort(String why) {
    outgoing.add(new Outgoing.Stop(why));
  }

  /** Blocks until the connection is over. */
  void carryOn(WebSocket socket, Hello hello) throws InterruptedException {
    String why = "";
    try {
      write(socket, hello);
      why = writeAll(socket);
    } catch (ExecutionException | TimeoutException e) {
      why = String.valueOf(e.getCause() == null ? e : e.getCause());
    } finally {
      socket.abort();
      log.info("the link to the server is closed: {}", why);
    }
  }

  private String writeAll(WebSocket socket)
      throws InterruptedException, ExecutionException, TimeoutException {
    BootTime nextPing = clock.now().plus(times.pingEvery());
    while (true) {
      Duration wait = clock.now().until(nextPing);
      Outgoing next = outgoing.poll(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
      switch (next) {
        case Outgoing.Text(Frame frame) -> write(socket, frame);
        case Outgoing.Stop(String why) -> {
          return why;
        }
        case null -> {
          // Nothing to say: time for a ping.
        }
      }
      BootTime now = clock.now();
      if (now.reached(lastHeard.plus(times.deadAfter()))) {
        return "nothing heard for " + times.deadAfter();
      }
      if (now.reached(nextPing)) {
        await(socket.sendPing(ByteBuffer.allocate(0)));
        nextPing = now.plus(times.pingEvery());
      }
    }
  }

  private void write(WebSocket socket, Frame frame)
      throws InterruptedException, ExecutionException, TimeoutException {
    await(socket.sendText(codec.write(frame), true));
  }

  private void await(CompletableFuture<WebSocket> sent)
      throws InterruptedException, ExecutionException, TimeoutException {
    sent.get(times.deadAfter().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    lastHeard = clock.now();
    incoming.append(data);
    if (incoming.length() > Protocol.MAX_FRAME_BYTES) {
      abort("the server sent too long a frame");
    } else if (last) {
      String text = incoming.toString();
      incoming.setLength(0);
      received(text);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    abort("the server sent bytes");
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
    lastHeard = clock.now();
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
    lastHeard = clock.now();
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    abort("by the server, with status " + status);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    abort(error.toString());
  }

  private void received(String text) {
    try {
      received(codec.readToStation(text));
    } catch (FrameException e) {
      abort("the server sent what is not a frame: " + e.reason());
    }
  }

  private void received(ToStation frame) {
    switch (frame) {
      case Welcome welcome when !open && speaks(welcome) -> {
        open = true;
        welcomed.run();
        log.info("the link to the server is open");
        listener.opened(welcome);
      }
      case Welcome _ -> abort("the server sent a welcome that does not fit");
      case Goodbye(Goodbye.Reason reason) -> abort("the server said goodbye: " + reason);
      case ReportAck ack -> listener.acknowledged(ack.report());
      case Command command when open -> listener.commanded(command);
      case Command _ -> abort("the server sent a command before its welcome");
    }
  }

  private static boolean speaks(Welcome welcome) {
    return welcome.version() >= Protocol.OLDEST_VERSION
        && welcome.version() <= Protocol.NEWEST_VERSION;
  }
}
