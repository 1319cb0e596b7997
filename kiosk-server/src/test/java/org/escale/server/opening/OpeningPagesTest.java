package org.escale.server.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Protocol;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationStateName;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.escale.protocol.Welcome;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.TestLink;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Hours, rules and a station's setup as an admin decides them, on the real server, without a
 * script.
 */
class OpeningPagesTest {

  private static final ProtocolJson JSON = new ProtocolJson();

  private static TestServer server;
  private static TestStaff admin;

  @BeforeAll
  static void open() {
    server = TestServer.start();
    admin = TestStaff.admin(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void theWeekIsKeptAsPeopleWriteIt() {
    HttpResponse<String> answer =
        admin.submit(
            "/opening",
            "/opening/week",
            Map.of(
                "monday-from-0", "9",
                "monday-until-0", "12h",
                "monday-from-1", "14 h 00",
                "monday-until-1", "18:45",
                "saturday-from-2", "20:00",
                "saturday-until-2", "24:00"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(admin.get("/opening").body())
        .contains("name=\"monday-from-0\" value=\"9:00\"")
        .contains("name=\"monday-until-1\" value=\"18:45\"")
        .contains("name=\"saturday-until-0\" value=\"24:00\"")
        .contains("name=\"tuesday-from-0\" value=\"\"");
  }

  @Test
  void whatIsWrongIsSaidBesideItsFieldsAndNothingIsKept() {
    String before = withoutToken(admin.get("/opening").body());

    for (Map<String, String> hours :
        Map.of(
                "Ces heures se chevauchent.",
                Map.of("0", "9:00-12:00", "1", "11:45-13:00"),
                "La fin vient après le début.",
                Map.of("0", "12:00-9:00"),
                "Il manque le début ou la fin.",
                Map.of("0", "12:00-"),
                "Les heures vont par quarts d’heure",
                Map.of("0", "9:10-12:00"),
                "Écrivez les heures ainsi",
                Map.of("0", "25:00-26:00"))
            .entrySet()
            .stream()
            .map(each -> typed(each.getKey(), each.getValue()))
            .toList()) {
      HttpResponse<String> answer = admin.submit("/opening", "/opening/week", hours);

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("id=\"monday-fault\"")
          .contains(hours.get("said"))
          .contains("value=\"" + hours.get("monday-from-0") + "\"");
    }

    assertThat(withoutToken(admin.get("/opening").body())).isEqualTo(before);
  }

  @Test
  void aDayIsClosedAndOpenedAgain() {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

    admin.submit(
        "/opening",
        "/opening/days",
        Map.of("first", day, "last", "", "open", "no", "label", "Travaux <b>"));

    assertThat(admin.get("/opening").body())
        .contains("Travaux &lt;b&gt;")
        .contains("value=\"" + day);

    admin.submit("/opening", "/opening/days/remove", Map.of("first", day, "last", day));

    assertThat(admin.get("/opening").body()).doesNotContain("Travaux");
  }

  @Test
  void daysInThePastOrWithoutHoursAreRefused() {
    HttpResponse<String> past =
        admin.submit(
            "/opening", "/opening/days", Map.of("first", "2020-01-01", "open", "no", "label", ""));
    HttpResponse<String> noHours =
        admin.submit(
            "/opening",
            "/opening/days",
            Map.of(
                "first",
                LocalDate.now(ZoneOffset.UTC).plusDays(3).toString(),
                "open",
                "yes",
                "label",
                ""));

    assertThat(past.statusCode()).isEqualTo(422);
    assertThat(past.body()).contains("Cette date est passée.");
    assertThat(noHours.statusCode()).isEqualTo(422);
    assertThat(noHours.body()).contains("id=\"special-fault\"");
  }

  @Test
  void theRulesAreCheckedAndKept() {
    Map<String, String> rules =
        Map.of(
            "slot",
            "45",
            "step",
            "30",
            "days",
            "14",
            "waited",
            "10",
            "queue",
            "4",
            "extension",
            "30");

    assertThat(admin.submit("/opening/rules", "/opening/rules", rules).statusCode()).isEqualTo(303);
    HttpResponse<String> wrong =
        admin.submit(
            "/opening/rules",
            "/opening/rules",
            Map.of(
                "slot",
                "50",
                "step",
                "30",
                "days",
                "61",
                "waited",
                "0",
                "queue",
                "x",
                "extension",
                "30"));

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Écrivez un nombre de 0 à 60.").contains("value=\"61\"");
    assertThat(admin.get("/opening/rules").body())
        .contains("<option value=\"45\" selected>")
        .contains("name=\"days\" inputmode=\"numeric\"");
  }

  @Test
  void aStationThatBecomesTheReceptionConnectsAnewAndIsNotOfferedAnyMore() throws Exception {
    Enrolment.Answer enrolled = server.enrol("Poste accueil");
    String page = "/stations/" + enrolled.station() + "/setup";
    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      admin.submit(page, page, Map.of("role", "RECEPTION", "trait", "WEBCAM"));
      link.awaitClosed();
    }

    try (TestLink again = TestLink.open(server, enrolled)) {
      again.send(TestLink.hello(StationStateName.LOCKED, 1));
      assertThat(again.await(Welcome.class).role()).isEqualTo(StationRole.RECEPTION);
      assertThat(places(enrolled)).isEmpty();
      assertThat(admin.get("/").body()).contains("On y réserve seulement");
    }

    admin.submit(page, page, Map.of("role", "VISITS", "trait", "WEBCAM"));

    assertThat(places(enrolled))
        .singleElement()
        .satisfies(place -> assertThat(place.traits()).containsExactly(StationTrait.WEBCAM));
  }

  private static List<Visits.Place> places(Enrolment.Answer enrolled) throws Exception {
    HttpResponse<String> answer =
        server.get(
            server.client(), Protocol.OFFER_PATH, "Authorization", TestServer.bearer(enrolled));
    return JSON.read(answer.body(), Visits.Offer.class).choices().places();
  }

  private static Map<String, String> typed(String said, Map<String, String> parts) {
    Map<String, String> fields = new HashMap<>(Map.of("said", said));
    parts.forEach(
        (number, part) -> {
          String[] times = part.split("-", -1);
          fields.put("monday-from-" + number, times[0]);
          fields.put("monday-until-" + number, times[1]);
        });
    return fields;
  }

  private static String withoutToken(String page) {
    return page.replaceAll("value=\"[^\"]{20,}\"", "");
  }
}
