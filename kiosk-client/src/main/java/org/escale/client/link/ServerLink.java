package org.escale.client.link;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.escale.client.station.port.BootClock;
import org.escale.protocol.Command;
import org.escale.protocol.Hello;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.Welcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The station's WebSocket to its server: connects, says hello, and begins again whenever it breaks.
 * Thread-safe.
 */
public final class ServerLink implements AutoCloseable {

  /** Told what comes over the link, in order. Must not block. */
  public interface Listener {

    /** The link is open: what waits to be reported can be sent. */
    void opened(Welcome welcome);

    void commanded(Command command);

    /** The server has stored this report. */
    void acknowledged(ReportId report);

    /** An open link is gone, or a try to open one failed. */
    void closed();
  }

  private static final Logger log = LoggerFactory.getLogger(ServerLink.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  private final Membership membership;
  private final Supplier<Hello> hello;
  private final BootClock clock;
  private final LinkTimes times;
  private final Listener listener;
  private final HttpClient client;
  private final Thread thread;
  private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
  private volatile @Nullable LinkConversation current;
  private volatile boolean closed;

  /**
   * Does nothing until {@link #start()}.
   *
   * @param hello what the station says first, asked anew for each try, from any thread
   */
  public ServerLink(
      Membership membership, Supplier<Hello> hello, BootClock clock, Listener listener) {
    this(membership, hello, clock, LinkTimes.USUAL, listener);
  }

  ServerLink(
      Membership membership,
      Supplier<Hello> hello,
      BootClock clock,
      LinkTimes times,
      Listener listener) {
    this.membership = membership;
    this.hello = hello;
    this.clock = clock;
    this.times = times;
    this.listener = listener;
    this.client =
        HttpClient.newBuilder()
            .sslContext(AuthorityTrust.pinnedTo(membership.authority()).context())
            .connectTimeout(CONNECT_WITHIN)
            .build();
    this.thread = Thread.ofPlatform().daemon().name("link").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** What the station asks the same server over HTTPS. */
  public Questions questions() {
    return new Questions(client, membership.server(), authorization());
  }

  /** Where it fetches what telephones bring. */
  public Deliveries deliveries() {
    return new Deliveries(client, membership.server(), authorization());
  }

  /**
   * Never blocks. A report that is lost on the way is not acknowledged, so it is sent again when
   * the link has {@linkplain Listener#opened opened} once more.
   */
  public void send(Report report) {
    LinkConversation conversation = current;
    if (conversation != null) {
      conversation.send(report);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    LinkConversation conversation = current;
    if (conversation != null) {
      conversation.abort("the agent stops");
    }
    client.shutdownNow();
  }

  private void run() {
    try {
      while (!closed) {
        converse();
        listener.closed();
        Thread.sleep(backoff.next());
      }
    } catch (InterruptedException e) {
      log.debug("the link's thread ends");
    }
  }

  private void converse() throws InterruptedException {
    LinkConversation conversation = new LinkConversation(clock, times, listener, backoff::reset);
    try {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(CONNECT_WITHIN)
              .header("Authorization", authorization())
              .buildAsync(address(), conversation)
              .get(CONNECT_WITHIN.toMillis() * 2, TimeUnit.MILLISECONDS);
      current = conversation;
      conversation.carryOn(socket, hello.get());
    } catch (ExecutionException e) {
      log.warn("no link to the server: {}", String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      log.warn("no link to the server: it does not answer");
    } finally {
      current = null;
    }
  }

  private URI address() {
    return URI.create("wss://" + membership.server().getRawAuthority() + Protocol.LINK_PATH);
  }

  private String authorization() {
    return "Bearer " + membership.secret();
  }
}
