package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Hello;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Visits;
import org.escale.protocol.Welcome;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.platform.trust.CentreAuthority;
import org.escale.server.stations.StationEnrolment;
import org.escale.server.stations.jdbc.JdbcEnrolments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed just after it sent an unlock, and forgets that one is on its way. What the
 * station says when it is back decides: nobody is locked out, nothing is counted twice.
 */
class UnlockCrashTest {

  private static final ProtocolJson JSON = new ProtocolJson();
  private static final Duration USED = Duration.ofMinutes(3);

  @TempDir Path dir;

  private ChildServer server;
  private int port;
  private HttpClient client;
  private Enrolment.Answer station;

  @BeforeEach
  void serve() throws Exception {
    start();
    client = TestServer.clientTrusting(authority().certificate());
    station = enrol();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aVisitThatOpenedIsKnownEndedAndCountedOnceAndTheStationIsFreeAgain() throws Exception {
    Command.Unlock unlock = unlockThenKill();
    SessionId session = unlock.session();
    Report started = new Report.SessionStarted(ReportId.random(), session, Instant.now());
    Report done = new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE);
    Report ended = ended(session);

    try (TestLink link = connect(StationStateName.IN_SESSION, session, 1)) {
      link.report(state(StationStateName.OPENING, session));
      link.report(state(StationStateName.IN_SESSION, session));
      link.report(started);
      link.report(done);
      assertThat(rows("SELECT state FROM session")).containsExactly("RUNNING");
      assertThat(offer().walkIn()).isNull();

      link.report(ended);
      restart();
    }
    try (TestLink link = connect(StationStateName.LOCKED, null, 2)) {
      link.report(started);
      link.report(done);
      link.report(ended);
      link.report(state(StationStateName.LOCKED, null));
      link.report(wiped(unlock.wipeOrder(), session, 2));

      assertThat(rows("SELECT state FROM session")).containsExactly("ENDED");
      assertThat(rows("SELECT sum(amount) FROM usage_count WHERE counter = 'VISITS'"))
          .containsExactly("1");
      assertThat(openBookings()).isEmpty();
      assertThat(takeNow()).isNotEqualTo(session);
      link.await(Command.Unlock.class);
    }
  }

  @Test
  void anUnlockThatNeverArrivedKeepsNobodyOut() throws Exception {
    SessionId lost = unlockThenKill().session();

    try (TestLink link = connect(StationStateName.LOCKED, null, 1)) {
      SessionId next = takeNow();

      Command.Unlock unlock = link.await(Command.Unlock.class);
      assertThat(unlock.session()).isEqualTo(next).isNotEqualTo(lost);
      assertThat(unlock.showDigits()).isNotNull();
      link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
      link.report(new Report.SessionStarted(ReportId.random(), next, Instant.now()));
      assertThat(rows("SELECT state FROM session ORDER BY state"))
          .containsExactly("NOT_OPENED", "RUNNING");
      assertThat(openBookings()).hasSize(1);
    }
  }

  @Test
  void anUnlockThatFailedWhileTheServerWasGoneGivesItsTimeBack() throws Exception {
    Command.Unlock unlock = unlockThenKill();
    SessionId session = unlock.session();

    try (TestLink link = connect(StationStateName.LOCKED, null, 2)) {
      link.report(state(StationStateName.OPENING, session));
      link.report(
          new Report.SessionEnded(
              ReportId.random(),
              session,
              EndReason.FAILURE,
              Instant.now(),
              Duration.ZERO,
              Set.of()));
      link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.FAILED));
      link.report(state(StationStateName.LOCKED, null));
      link.report(wiped(unlock.wipeOrder(), session, 2));

      assertThat(openBookings()).isEmpty();
      assertThat(rows("SELECT sum(amount) FROM usage_count WHERE counter = 'VISITS'"))
          .doesNotContain("1");
      assertThat(takeNow()).isNotEqualTo(session);
      link.await(Command.Unlock.class);
    }
  }

  /** The unlock reached the station's end of the wire; its answer reached nobody. */
  private Command.Unlock unlockThenKill() throws Exception {
    try (TestLink link = connect(StationStateName.LOCKED, null, 1)) {
      link.report(wiped(WipeOrderId.random(), null, 1));
      takeNow();
      Command.Unlock unlock = link.await(Command.Unlock.class);
      restart();
      return unlock;
    }
  }

  private void start() throws Exception {
    String zone = TestServer.whereItIsMorning().getId();
    server = ChildServer.serve(ChildServer.onFreePorts(dir, "--zone", zone));
    port = server.awaitPort();
  }

  private void restart() throws Exception {
    server.kill();
    start();
  }

  private TestLink connect(StationStateName state, @Nullable SessionId session, long lastReceipt) {
    TestLink link = TestLink.open(client, port, station);
    link.send(new Hello(1, 1, "0.1.0", state, session, lastReceipt, true));
    link.await(Welcome.class);
    return link;
  }

  private Visits.Offer offer() throws Exception {
    return JSON.read(send(request(Protocol.OFFER_PATH).GET()).body(), Visits.Offer.class);
  }

  /** The welcome goes out just before the server can send commands on a new link. */
  private SessionId takeNow() {
    Visits.TakeNow wish = new Visits.TakeNow(UUID.randomUUID(), Language.FRENCH);
    HttpResponse<String> answer =
        await()
            .until(
                () -> send(request(Protocol.WALK_INS_PATH).POST(body(wish))),
                reply -> reply.statusCode() == 200);
    try {
      return JSON.read(answer.body(), Visits.Granted.class).session();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Enrolment.Answer enrol() throws Exception {
    InstantSource clock = InstantSource.system();
    try (Database database = Database.open(dir.resolve("escale.db"))) {
      String secret =
          new StationEnrolment(
                  new JdbcEnrolments(database, CentreId.of(database, clock)),
                  authority().publicKey(),
                  new SecureRandom(),
                  clock)
              .issueCode("Poste 1")
              .secret();
      HttpRequest.Builder request = HttpRequest.newBuilder(uri(Protocol.ENROL_PATH));
      Enrolment.Request wish = new Enrolment.Request(secret, "0.1.0");
      return JSON.read(send(request.POST(body(wish))).body(), Enrolment.Answer.class);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", TestServer.bearer(station));
  }

  private URI uri(String path) {
    return URI.create("https://127.0.0.1:" + port + path);
  }

  private static HttpRequest.BodyPublisher body(Object message) {
    return HttpRequest.BodyPublishers.ofString(JSON.write(message));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return TestServer.send(client, request.build());
  }

  private CentreAuthority authority() throws Exception {
    return CentreAuthority.open(
        dir, "Escale", List.of(), new SecureRandom(), InstantSource.system());
  }

  private List<String> openBookings() throws Exception {
    return rows("SELECT id FROM booking WHERE state IN ('HELD', 'BEGUN')");
  }

  private List<String> rows(String sql) throws Exception {
    try (Database database = Database.open(dir.resolve("escale.db"))) {
      return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
  }

  private static Report state(StationStateName state, @Nullable SessionId session) {
    return new Report.StateChanged(
        ReportId.random(), state, session, null, null, false, false, true);
  }

  private static Report ended(SessionId session) {
    return new Report.SessionEnded(
        ReportId.random(), session, EndReason.VISITOR, Instant.now().minus(USED), USED, Set.of());
  }

  static Report wiped(WipeOrderId order, @Nullable SessionId session, long number) {
    return new Report.Wiped(
        ReportId.random(),
        new WipeReceipt(
            order,
            session,
            number,
            Map.of(WipeItem.PROCESSES, 3),
            0,
            Map.of(),
            Map.of(WipePhase.BURST, Duration.ofMillis(40)),
            "0.1.0",
            Instant.now(),
            null));
  }
}
