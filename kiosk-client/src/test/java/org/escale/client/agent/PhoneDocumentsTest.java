package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.client.link.Deliveries;
import org.escale.client.link.Membership;
import org.escale.client.link.Questions;
import org.escale.client.link.ServerLink;
import org.escale.client.link.TestAuthority;
import org.escale.client.station.BootTime;
import org.escale.client.station.Samples;
import org.escale.client.station.ScreenLayout;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Bringing;
import org.escale.protocol.Command;
import org.escale.protocol.Hello;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.ReportId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Welcome;
import org.escale.protocol.codec.ProtocolJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What telephones bring, fetched from a real HTTPS server into a place for visits. */
class PhoneDocumentsTest {

  private static final ProtocolJson JSON = new ProtocolJson();

  /** How the server answers a station that asks for the next document. */
  private interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final TestAuthority authority = new TestAuthority();
  private final HttpsServer server = HttpsServer.create();
  private final ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Map<UUID, Bringing.Outcome> told = new ConcurrentHashMap<>();
  private final Queue<AgentEvent> posted = new ConcurrentLinkedQueue<>();
  private final FakeVisitSpace space = new FakeVisitSpace();
  private final PhoneDocuments documents = new PhoneDocuments(space, posted::add);

  PhoneDocumentsTest() throws Exception {}

  @BeforeEach
  void startServer() throws Exception {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.serverFor("localhost")));
    server.setExecutor(serving);
    server.createContext(Protocol.BRING_DOCUMENTS_PATH, this::next);
    server.createContext(Protocol.BRING_TOLD_PATH, this::told);
    server.start();
    ServerLink link =
        new ServerLink(
            new Membership(
                URI.create("https://localhost:" + server.getAddress().getPort()),
                StationId.random(),
                "secret",
                authority.certificate(),
                "Poste 1",
                "Centre"),
            PhoneDocumentsTest::hello,
            () -> new BootTime(Duration.ZERO),
            new NobodyListens());
    Questions questions = link.questions();
    Deliveries deliveries = link.deliveries();
    documents.ask(questions, deliveries);
    space.open(
        new VisitSpace.Plan(Samples.SESSION, Language.FRENCH, new ScreenLayout(1280, 800, false)));
  }

  @AfterEach
  void stopServer() {
    documents.stop();
    server.stop(0);
    serving.shutdownNow();
  }

  @Test
  void putsWhatComesIntoTheVisitAndTellsServerAndShell() {
    byte[] photo = random(300_000);
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    replies.add(exchange -> exchange.sendResponseHeaders(204, -1));
    replies.add(exchange -> send(exchange, first, "image/jpeg", photo, photo.length));
    replies.add(exchange -> send(exchange, second, "application/pdf", photo, photo.length));

    documents.fetchFor(Samples.SESSION);
    documents.follow(Samples.inSession());

    await().untilAsserted(() -> assertThat(told).containsKey(second));
    assertThat(told)
        .containsEntry(first, Bringing.Outcome.STORED)
        .containsEntry(second, Bringing.Outcome.STORED);
    assertThat(space.brought).containsOnlyKeys("photo-1.jpg", "document-2.pdf");
    assertThat(space.brought.get("photo-1.jpg")).isEqualTo(photo);
    await()
        .untilAsserted(
            () ->
                assertThat(posted)
                    .containsExactly(
                        new AgentEvent.PhoneBrought(Samples.SESSION, 1, Bringing.Outcome.STORED),
                        new AgentEvent.PhoneBrought(Samples.SESSION, 2, Bringing.Outcome.STORED)));
  }

  @Test
  void keepsNothingOfADocumentThatBreaksOff() {
    UUID id = UUID.randomUUID();
    replies.add(exchange -> send(exchange, id, "image/jpeg", random(100_000), 200_000));

    documents.fetchFor(Samples.SESSION);
    documents.follow(Samples.inSession());

    await().untilAsserted(() -> assertThat(told).containsEntry(id, Bringing.Outcome.FAILED));
    assertThat(space.brought).isEmpty();
  }

  @Test
  void asksForNothingWhileTheVisitIsHiddenAndAgainAfterwards() {
    documents.fetchFor(Samples.SESSION);
    documents.follow(Samples.hidden());
    assertThat(waiting).hasValue(0);

    documents.follow(Samples.inSession());
    await().untilAsserted(() -> assertThat(waiting).hasValue(1));
    documents.follow(Samples.hidden());
    documents.follow(Samples.inSession());

    await().untilAsserted(() -> assertThat(waiting).hasValue(2));
  }

  @Test
  void endsWhenNobodyIsInvitedAnyMoreOrTheVisitIsOver() {
    replies.add(exchange -> answer(exchange, 410, new Refusal(RefusalReason.CODE_NO_LONGER_VALID)));
    documents.fetchFor(Samples.SESSION);
    documents.follow(Samples.inSession());
    await()
        .untilAsserted(
            () ->
                assertThat(posted).containsExactly(new AgentEvent.InvitationOver(Samples.SESSION)));

    assertThat(documents.over(Samples.SESSION)).isTrue();
    assertThat(documents.over(Samples.SESSION)).isFalse();
    assertThat(documents.areFetchedFor(Samples.SESSION)).isTrue();
    documents.follow(Samples.locked());

    assertThat(documents.areFetchedFor(Samples.SESSION)).isFalse();
  }

  private void next(HttpExchange exchange) throws IOException {
    waiting.incrementAndGet();
    try (exchange) {
      replies.take().to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void told(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Bringing.Told message = JSON.read(body, Bringing.Told.class);
    told.put(message.document(), message.outcome());
    answer(exchange, 200, new Bringing.Noted(message.document()));
  }

  private static void send(HttpExchange exchange, UUID id, String type, byte[] content, long size)
      throws IOException {
    exchange.getResponseHeaders().add(Bringing.DOCUMENT_HEADER, id.toString());
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, size);
    exchange.getResponseBody().write(content);
    exchange.getResponseBody().flush();
  }

  private static void answer(HttpExchange exchange, int status, Object message) throws IOException {
    byte[] body = JSON.write(message).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static Hello hello() {
    return new Hello(1, 1, "test", StationStateName.IN_SESSION, null, 0, true);
  }

  private static final class NobodyListens implements ServerLink.Listener {

    @Override
    public void opened(Welcome welcome) {}

    @Override
    public void commanded(Command command) {}

    @Override
    public void acknowledged(ReportId report) {}

    @Override
    public void closed() {}
  }
}
