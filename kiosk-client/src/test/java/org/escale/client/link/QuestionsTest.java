package org.escale.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.protocol.Enrolment;
import org.escale.protocol.EnrolmentCode;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.Visits;
import org.escale.protocol.codec.ProtocolJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {

  private static final Visits.Offer OFFER =
      new Visits.Offer(
          new Visits.WalkIn(
              Duration.ofHours(1), Instant.parse("2026-11-02T10:30:00Z"), Visits.Until.CLOSING),
          List.of(),
          null,
          new Visits.Choices(List.of(), List.of(Duration.ofHours(1)), Set.of(), List.of()),
          null);

  private static final ProtocolJson JSON = new ProtocolJson();

  @TempDir Path dir;
  private final TestAuthority authority = new TestAuthority();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpsServer server = HttpsServer.create();

  QuestionsTest() throws Exception {}

  @BeforeEach
  void startServer() throws Exception {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.serverFor("localhost")));
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void asksWithTheStationsSecret() {
    answer(Protocol.OFFER_PATH, 200, OFFER);

    Answer<Visits.Offer> offer = questions().offer();

    assertThat(offer).isEqualTo(new Answer.Given<>(OFFER));
    assertThat(asked).containsExactly("GET Bearer secret ");
  }

  @Test
  void handsOnTheServersReason() {
    answer(Protocol.WALK_INS_PATH, 409, new Refusal(RefusalReason.STATION_BUSY));

    Answer<Visits.Granted> granted =
        questions().takeNow(new Visits.TakeNow(UUID.randomUUID(), Language.ARABIC));

    assertThat(granted).isEqualTo(new Answer.Refused<>(RefusalReason.STATION_BUSY));
  }

  @Test
  void saysThatTheServerWasNotReached() {
    Questions questions = questions();
    server.stop(0);

    assertThat(questions.guides())
        .isEqualTo(new Answer.Refused<>(RefusalReason.SERVER_NOT_REACHED));
  }

  @Test
  void takesAnAnswerOfAnotherKindAsNone() {
    server.createContext(
        Protocol.GUIDES_PATH,
        exchange -> {
          exchange.sendResponseHeaders(500, 4);
          exchange.getResponseBody().write("oops".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });

    assertThat(questions().guides())
        .isEqualTo(new Answer.Refused<>(RefusalReason.SERVER_NOT_REACHED));
  }

  @Test
  void enrolsAndKeepsTheMembershipForItsOwnerAlone() throws Exception {
    StationId station = StationId.random();
    answer(
        Protocol.ENROL_PATH, 200, new Enrolment.Answer(station, "the-secret", "Poste 1", "Centre"));
    EnrolmentCode code =
        EnrolmentCode.issue(new SecureRandom(), authority.certificate().getPublicKey());

    Answer<Membership> answer = Enroller.enrol(code, address(), "1.0");

    Membership expected =
        new Membership(
            address(), station, "the-secret", authority.certificate(), "Poste 1", "Centre");
    assertThat(answer).isEqualTo(new Answer.Given<>(expected));
    MembershipFile file = new MembershipFile(dir.resolve("membership"));
    file.write(expected);
    assertThat(file.read()).contains(expected);
    assertThat(Files.getPosixFilePermissions(dir.resolve("membership")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(asked).containsExactly("POST null " + JSON.write(request(code)));
  }

  @Test
  void showsNoCodeToAServerOfAnotherAuthority() throws Exception {
    answer(Protocol.ENROL_PATH, 200, new Refusal(RefusalReason.ENROLMENT_CODE_UNKNOWN));
    EnrolmentCode elsewhere =
        EnrolmentCode.issue(new SecureRandom(), new TestAuthority().certificate().getPublicKey());

    assertThat(Enroller.enrol(elsewhere, address(), "1.0"))
        .isEqualTo(new Answer.Refused<>(RefusalReason.SERVER_NOT_REACHED));
    assertThat(asked).isEmpty();
  }

  private static Enrolment.Request request(EnrolmentCode code) {
    return new Enrolment.Request(code.secret(), "1.0");
  }

  private Questions questions() {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(AuthorityTrust.pinnedTo(authority.certificate()).context())
            .build();
    return new Questions(client, address(), "Bearer secret");
  }

  private URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  private void answer(String path, int status, Object message) {
    server.createContext(
        path,
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = JSON.write(message).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
