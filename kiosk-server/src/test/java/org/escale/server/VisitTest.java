package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One visit as the server lives it, over the real link and the real questions of a station. */
class VisitTest {

  private static final ProtocolJson JSON = new ProtocolJson();
  private static final Duration USED = Duration.ofMinutes(12);
  private static final Pattern VISITS = Pattern.compile("(\\d+) visites? (?:a|ont) été comptée");

  private final TestServer server = TestServer.start();
  private final Enrolment.Answer station = server.enrol("Poste 1");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWalkInIsUnlockedEndedCountedOnceAndWipedBeforeTheStationIsOfferedAgain() throws Exception {
    TestStaff staff = TestStaff.admin(server);
    try (TestLink link = TestLink.locked(server, station, 1)) {
      assertThat(offer().walkIn()).isNull();
      link.report(wiped(WipeOrderId.random(), null, 1, 0));
      assertThat(offer().walkIn()).isNotNull();

      SessionId session = takeNow();
      Command.Unlock unlock = link.await(Command.Unlock.class);
      assertThat(unlock.session()).isEqualTo(session);
      assertThat(unlock.showDigits()).isNotNull();
      link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
      link.report(state(StationStateName.IN_SESSION, session));
      link.report(new Report.SessionStarted(ReportId.random(), session, server.clock().instant()));
      assertThat(offer().walkIn()).isNull();

      Report.SessionEnded ended = ended(session);
      link.report(ended);
      link.report(ended);
      link.report(state(StationStateName.WIPING, session));
      link.report(state(StationStateName.LOCKED, null));
      assertThat(offer().walkIn()).isNull();
      assertThat(visits(staff)).isEqualTo(1);

      link.report(wiped(unlock.wipeOrder(), session, 2, 1));
      assertThat(offer().walkIn()).isNull();
      link.report(wiped(unlock.wipeOrder(), session, 3, 0));
      assertThat(offer().walkIn()).isNotNull();

      link.report(ended);
      assertThat(visits(staff)).isEqualTo(1);
      assertThat(offer().walkIn()).isNotNull();
    }
    await().untilAsserted(() -> assertThat(offer().walkIn()).isNull());
  }

  @Test
  void anEndThatComesAgainAfterTheServerRestartedIsNotCountedAgain() throws Exception {
    SessionId session;
    Report.SessionEnded ended;
    try (TestLink link = TestLink.locked(server, station, 1)) {
      link.report(wiped(WipeOrderId.random(), null, 1, 0));
      session = takeNow();
      Command.Unlock unlock = link.await(Command.Unlock.class);
      link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
      link.report(new Report.SessionStarted(ReportId.random(), session, server.clock().instant()));
      ended = ended(session);
      link.report(ended);
    }
    server.restart();

    try (TestLink link = TestLink.locked(server, station, 1)) {
      link.report(ended);
    }

    assertThat(visits(TestStaff.admin(server))).isEqualTo(1);
  }

  private Visits.Offer offer() throws IOException {
    HttpResponse<String> answer =
        server.get(
            server.client(), Protocol.OFFER_PATH, "Authorization", TestServer.bearer(station));
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.read(answer.body(), Visits.Offer.class);
  }

  private SessionId takeNow() throws IOException {
    HttpResponse<String> answer =
        server.post(
            server.client(),
            Protocol.WALK_INS_PATH,
            new Visits.TakeNow(UUID.randomUUID(), Language.FRENCH),
            "Authorization",
            TestServer.bearer(station));
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.read(answer.body(), Visits.Granted.class).session();
  }

  private static int visits(TestStaff staff) {
    Matcher matcher = VISITS.matcher(staff.get("/usage").body());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private Report.SessionEnded ended(SessionId session) {
    return new Report.SessionEnded(
        ReportId.random(),
        session,
        EndReason.VISITOR,
        server.clock().instant().minus(USED),
        USED,
        Set.of());
  }

  private static Report state(StationStateName state, @Nullable SessionId session) {
    return new Report.StateChanged(
        ReportId.random(), state, session, null, null, false, false, true);
  }

  private Report wiped(WipeOrderId order, @Nullable SessionId session, long number, int residue) {
    return new Report.Wiped(
        ReportId.random(),
        new WipeReceipt(
            order,
            session,
            number,
            Map.of(WipeItem.PROCESSES, 3),
            residue,
            Map.of(),
            Map.of(WipePhase.BURST, Duration.ofMillis(40)),
            "0.1.0",
            server.clock().instant(),
            null));
  }
}
