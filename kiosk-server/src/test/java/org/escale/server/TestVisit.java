package org.escale.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.Bringing;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Visits;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.protocol.codec.ProtocolJson;
import org.jspecify.annotations.Nullable;

/** A visit under way at a station of its own, as far as the server can tell. */
public final class TestVisit implements AutoCloseable {

  private static final ProtocolJson JSON = new ProtocolJson();

  private final TestServer server;
  private final HttpClient client;
  private final Enrolment.Answer station;
  private final TestLink link;
  private final SessionId session;
  private final PublicTicket ticket;

  private TestVisit(TestServer server, String stationName, Language language) {
    this.server = server;
    this.client = server.client();
    this.station = server.enrol(stationName);
    this.link = TestLink.locked(server, station, 1);
    link.report(new Report.Wiped(ReportId.random(), receipt()));
    HttpResponse<String> answer =
        ask(Protocol.WALK_INS_PATH, new Visits.TakeNow(UUID.randomUUID(), language));
    if (answer.statusCode() != 200) {
      throw new AssertionError("no visit: " + answer.body());
    }
    Command.Unlock unlock = link.await(Command.Unlock.class);
    this.session = unlock.session();
    this.ticket = unlock.ticket();
    link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
    state(StationStateName.IN_SESSION);
    link.report(new Report.SessionStarted(ReportId.random(), session, server.clock().instant()));
  }

  public static TestVisit begin(TestServer server, String stationName, Language language) {
    return new TestVisit(server, stationName, language);
  }

  public SessionId session() {
    return session;
  }

  public PublicTicket ticket() {
    return ticket;
  }

  public void state(StationStateName state) {
    link.report(
        new Report.StateChanged(
            ReportId.random(), state, session, Duration.ofMinutes(60), null, false, false, true));
  }

  public void end() {
    Duration used = Duration.ofMinutes(3);
    Instant began = server.clock().instant().minus(used);
    link.report(
        new Report.SessionEnded(
            ReportId.random(), session, EndReason.VISITOR, began, used, Set.of()));
  }

  /** Asks the server as the station. */
  public HttpResponse<String> ask(String path, Object message) {
    return server.post(client, path, message, "Authorization", TestServer.bearer(station));
  }

  /** A telephone is invited into the visit. */
  public Bringing.Invitation invite() {
    return read(ask(Protocol.BRING_PATH, new Bringing.Wish(session)), Bringing.Invitation.class);
  }

  /** Waits for the next document, or for the answer that there is none. */
  public HttpResponse<InputStream> fetch() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(Protocol.BRING_DOCUMENTS_PATH))
            .header("Authorization", TestServer.bearer(station))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Says what has become of a document. */
  public void tell(HttpResponse<InputStream> document, Bringing.Outcome outcome) {
    UUID id =
        UUID.fromString(document.headers().firstValue(Bringing.DOCUMENT_HEADER).orElseThrow());
    ask(Protocol.BRING_TOLD_PATH, new Bringing.Told(id, outcome));
  }

  private static <T> T read(HttpResponse<String> answer, Class<T> type) {
    try {
      return JSON.read(answer.body(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WipeReceipt receipt() {
    @Nullable SessionId none = null;
    return new WipeReceipt(
        WipeOrderId.random(),
        none,
        1,
        Map.of(WipeItem.PROCESSES, 3),
        0,
        Map.of(),
        Map.of(WipePhase.BURST, Duration.ofMillis(200)),
        "0.1.0",
        Instant.now(),
        null);
  }

  @Override
  public void close() {
    link.close();
  }
}
