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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.escale.client.ipc.ToShell;
import org.escale.client.link.Membership;
import org.escale.client.link.ServerLink;
import org.escale.client.link.TestAuthority;
import org.escale.client.station.BootTime;
import org.escale.client.station.Samples;
import org.escale.protocol.Command;
import org.escale.protocol.Extensions;
import org.escale.protocol.Hello;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.Protocol;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.Queueing;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.ReportId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.escale.protocol.Welcome;
import org.escale.protocol.codec.ProtocolJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wishes asked of a real HTTPS server, and what becomes of its answers. */
class WishesTest {

  private static final ProtocolJson JSON = new ProtocolJson();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PublicTicket TICKET =
      new PublicTicket(Pictogram.UMBRELLA, TicketColour.GREEN);
  private static final TicketSecret SECRET = new TicketSecret("4071");
  private static final Visits.Slot SLOT =
      new Visits.Slot(Instant.parse("2026-11-23T14:00:00Z"), HOUR);
  private static final Tickets.Seen SEEN =
      new Tickets.Seen(TICKET, SLOT, "Poste 4", null, null, null);

  private final TestAuthority authority = new TestAuthority();
  private final HttpsServer server = HttpsServer.create();
  private final Queue<AgentEvent> posted = new ConcurrentLinkedQueue<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final Wishes wishes = new Wishes(posted::add);

  WishesTest() throws Exception {}

  @BeforeEach
  void startServer() throws Exception {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.serverFor("localhost")));
    server.start();
    Membership membership =
        new Membership(
            URI.create("https://localhost:" + server.getAddress().getPort()),
            StationId.random(),
            "secret",
            authority.certificate(),
            "Poste 1",
            "Centre");
    ServerLink link =
        new ServerLink(
            membership, WishesTest::hello, () -> new BootTime(Duration.ZERO), new NobodyListens());
    wishes.ask(link.questions());
  }

  @AfterEach
  void stopServer() {
    mayAnswer.countDown();
    server.stop(0);
  }

  @Test
  void handsOnTheNearestTimesInsteadOfOneThatWasTaken() {
    mayAnswer.countDown();
    answer(Protocol.BOOKINGS_PATH, 409, new Refusal(RefusalReason.SLOT_JUST_TAKEN, List.of(SLOT)));

    wishes.book(SLOT, Set.of(StationTrait.WEBCAM), null, Language.FRENCH);

    awaitReply(new ToShell.Refused(RefusalReason.SLOT_JUST_TAKEN, List.of(SLOT)));
    assertThat(asked).first().asString().contains("WEBCAM");
  }

  @Test
  void asksEachOfTheNewQuestions() {
    mayAnswer.countDown();
    Visits.SlotsWish wish = Visits.SlotsWish.of(LocalDate.of(2026, 11, 23), HOUR, Set.of(), null);
    answer(Protocol.SLOTS_PATH, 200, new Visits.FreeSlots(wish.day(), List.of(SLOT)));
    Queueing.Joined joined = new Queueing.Joined(TICKET, SECRET, new QueuePlace(2, null));
    answer(Protocol.QUEUE_PATH, 200, joined);
    answer(Protocol.TICKET_SHOW_PATH, 200, SEEN);
    answer(Protocol.TICKET_MOVE_PATH, 200, SEEN);
    answer(Protocol.TICKET_CANCEL_PATH, 200, new Tickets.Cancelled(TICKET));
    Extensions.Possible possible = new Extensions.Possible(Duration.ofMinutes(15), null);
    answer(Protocol.EXTENSION_PATH, 200, possible);
    answer(Protocol.EXTEND_PATH, 200, new Extensions.Granted(Duration.ofMinutes(15)));

    wishes.slots(wish);
    awaitReply(new ToShell.SlotsFree(wish, List.of(SLOT)));
    wishes.join(Set.of(), HOUR, Language.ARABIC);
    awaitReply(new ToShell.Joined(joined));
    wishes.show(TICKET, SECRET);
    awaitReply(new ToShell.TicketSeen(SEEN));
    wishes.move(TICKET, SECRET, SLOT);
    awaitReply(new ToShell.TicketMoved(SEEN));
    wishes.cancel(TICKET, SECRET);
    awaitReply(new ToShell.TicketCancelled(TICKET));
    wishes.moreTimePossible(Samples.SESSION);
    awaitReply(new ToShell.MoreTimePossible(possible));
    wishes.moreTime(Samples.SESSION);
    awaitReply(new ToShell.MoreTimeGiven(Duration.ofMinutes(15)));
  }

  @Test
  void asksOneWishAtATimeAndOfThoseMeanwhileTheLast() {
    answer(Protocol.TICKET_SHOW_PATH, 200, SEEN);
    answer(Protocol.TICKET_MOVE_PATH, 200, SEEN);
    answer(Protocol.TICKET_CANCEL_PATH, 200, new Tickets.Cancelled(TICKET));

    wishes.show(TICKET, SECRET);
    wishes.move(TICKET, SECRET, SLOT);
    wishes.cancel(TICKET, SECRET);
    mayAnswer.countDown();

    awaitReply(new ToShell.TicketSeen(SEEN));
    awaitReply(new ToShell.TicketCancelled(TICKET));
    assertThat(asked).hasSize(2);
  }

  private void awaitReply(ToShell reply) {
    await().untilAsserted(() -> assertThat(posted).contains(new AgentEvent.Answered(reply)));
    wishes.answered();
  }

  private void answer(String path, int status, Object message) {
    server.createContext(path, exchange -> answer(exchange, status, JSON.write(message)));
  }

  private void answer(HttpExchange exchange, int status, String message) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Hello hello() {
    return new Hello(1, 1, "test", StationStateName.LOCKED, null, 0, true);
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
