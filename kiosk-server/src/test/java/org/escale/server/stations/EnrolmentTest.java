package org.escale.server.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.escale.protocol.Enrolment;
import org.escale.protocol.EnrolmentCode;
import org.escale.protocol.Protocol;
import org.escale.protocol.RefusalReason;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrolmentTest {

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCodeOfTheConsoleMakesAStation() {
    HttpResponse<String> page =
        TestStaff.admin(server).submit("/stations", "/stations", Map.of("name", "Poste 7"));
    String spelled =
        String.join(
            "-",
            Pattern.compile("class=\"group\">([^<]*)<")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList());
    EnrolmentCode code = EnrolmentCode.parse(spelled).orElseThrow();

    HttpResponse<String> answer = enrol(code.secret());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Poste 7", "Espace Test");
    assertThat(code.names(server.authority().getPublicKey())).isTrue();
    assertThat(server.room().snapshots())
        .singleElement()
        .satisfies(snapshot -> assertThat(snapshot.station().name()).isEqualTo("Poste 7"));
  }

  @Test
  void anUnknownCodeIsRefused() {
    assertRefused(enrol("0000000000000"), 404, RefusalReason.ENROLMENT_CODE_UNKNOWN);
  }

  @Test
  void aCodeIsGoodOnce() {
    String secret = issue();
    enrol(secret);

    assertRefused(enrol(secret), 410, RefusalReason.ENROLMENT_CODE_USED);
  }

  @Test
  void aCodeIsGoodForADay() {
    String secret = issue();
    server.clock().advance(Duration.ofHours(24));

    assertRefused(enrol(secret), 410, RefusalReason.ENROLMENT_CODE_EXPIRED);
  }

  @Test
  void aNewCodeVoidsTheOlderOneOfThatName() {
    String older = issue();
    issue();

    assertRefused(enrol(older), 404, RefusalReason.ENROLMENT_CODE_UNKNOWN);
  }

  @Test
  void tooManyWrongCodesStopTheTries() {
    for (int i = 0; i < 10; i++) {
      enrol("0000000000000");
    }

    assertRefused(enrol(issue()), 429, RefusalReason.TOO_MANY_TRIES);
    server.clock().advance(Duration.ofMinutes(11));
    assertThat(enrol(issue()).statusCode()).isEqualTo(200);
  }

  @Test
  void somethingElseIsRefusedAsMalformed() {
    assertRefused(
        server.post(server.client(), Protocol.ENROL_PATH, "no request"),
        400,
        RefusalReason.MALFORMED_REQUEST);
  }

  @Test
  void enrollingAgainKeepsTheStationAndVoidsItsOldSecret() {
    Enrolment.Answer first = server.enrol("Poste 1");
    Enrolment.Answer second = server.enrol("Poste 1");

    assertThat(second.station()).isEqualTo(first.station());
    assertThat(ask(first)).isEqualTo(401);
    assertThat(ask(second)).isNotEqualTo(401);
  }

  @Test
  void onlyStationsWithTheirSecretMayAsk() {
    HttpResponse<String> withoutSecret = server.get(server.client(), Protocol.OFFER_PATH);
    HttpResponse<String> withWrongSecret =
        server.get(
            server.client(), Protocol.OFFER_PATH, "Authorization", "Bearer " + "A".repeat(43));

    assertRefused(withoutSecret, 401, RefusalReason.STATION_SECRET_WRONG);
    assertRefused(withWrongSecret, 401, RefusalReason.STATION_SECRET_WRONG);
  }

  @Test
  void noStationSecretIsKept() throws Exception {
    Enrolment.Answer enrolled = server.enrol("Poste 1");
    server.restart();

    for (String file : List.of("escale.db", "escale.db-wal")) {
      Path path = server.dataDir().resolve(file);
      if (Files.exists(path)) {
        assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
            .doesNotContain(enrolled.secret());
      }
    }
    assertThat(ask(enrolled)).isNotEqualTo(401);
  }

  private int ask(Enrolment.Answer station) {
    return server
        .get(server.client(), Protocol.OFFER_PATH, "Authorization", TestServer.bearer(station))
        .statusCode();
  }

  private String issue() {
    return server.enrolmentCode("Poste 1").secret();
  }

  private HttpResponse<String> enrol(String secret) {
    return server.post(
        server.client(), Protocol.ENROL_PATH, new Enrolment.Request(secret, "0.1.0"));
  }

  private static void assertRefused(HttpResponse<String> answer, int status, RefusalReason reason) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"reason\":\"" + reason + "\",\"alternatives\":[]}");
  }
}
