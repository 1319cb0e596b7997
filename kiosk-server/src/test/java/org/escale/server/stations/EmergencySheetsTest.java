package org.escale.server.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.EmergencySheet;
import org.escale.protocol.EndReason;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Hello;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Welcome;
import org.escale.server.TestLink;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin prints codes, a station takes them, and says later which have been spent. */
class EmergencySheetsTest {

  private static final String PATH = "/stations/emergency";
  private static final Pattern PRINTED = Pattern.compile("</span>(\\d{4}) (\\d{4})</span>");

  private TestServer server;
  private TestStaff admin;
  private Enrolment.Answer enrolled;

  @BeforeEach
  void open() {
    server = TestServer.start();
    admin = TestStaff.admin(server);
    enrolled = server.enrol("Poste 1");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theCodesOnTheCardAreThoseTheStationKnowsAndNothingOfThemStaysOnTheServer()
      throws IOException {
    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      Print print = print(link);

      assertThat(print.sheet().hashes()).hasSize(6);
      EmergencyCode first = firstOn(print.card());
      assertThat(print.sheet().numberOf(first)).hasValue(1);
      assertThat(print.card()).contains("1\u00a0heure");
      assertThat(print.sheet().length()).isEqualTo(Duration.ofHours(1));
      assertThat(admin.get(PATH).body()).contains("6 codes utilisables");
      assertThat(nowhereInTheData(first.digits())).isTrue();
      assertThat(nowhereInTheData(print.sheet().hashes().getFirst())).isTrue();
    }
  }

  @Test
  void aStationThatIsOffGetsNoCodesAndTheCardIsNotMade() {
    HttpResponse<String> answer = admin.submit(PATH, PATH, Map.of("station", "", "codes", "6"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(admin.get(PATH).body()).contains("Aucun poste n’a pris de codes");
  }

  @Test
  void aSpentCodeIsHeardOfAndItsVisitIsCountedOnce() {
    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      Print print = print(link);
      SessionId session = SessionId.random();
      Instant start = server.clock().instant();
      Report used =
          new Report.EmergencyCodeUsed(ReportId.random(), print.sheet().id(), 3, session, start);
      Report started = new Report.SessionStarted(ReportId.random(), session, start);
      Report ended =
          new Report.SessionEnded(
              ReportId.random(),
              session,
              EndReason.VISITOR,
              start,
              Duration.ofMinutes(20),
              Set.of());

      for (Report report : new Report[] {used, started, ended, used, started, ended}) {
        link.report(report);
      }

      assertThat(admin.get(PATH).body()).contains("5 codes utilisables, 1 a servi");
      assertThat(admin.get("/usage").body()).contains("1 visite a été comptée");
    }
  }

  @Test
  void saysThatACardIsWorthNothingWhenTheStationHasLostItsCodes() {
    EmergencySheet sheet;
    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      sheet = print(link).sheet();
    }
    assertThat(connectedAgain(sheet.id())).contains("6 codes utilisables");

    assertThat(connectedAgain(null)).contains("Ce poste n’a pas ces codes");
  }

  @Test
  void withdrawnCodesAreForgottenByTheStation() {
    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      print(link);

      CompletableFuture<HttpResponse<String>> answer =
          CompletableFuture.supplyAsync(
              () ->
                  admin.submit(
                      PATH, "/stations/" + enrolled.station() + "/emergency/withdraw", Map.of()));
      Command.EmergencyCodes none = link.await(Command.EmergencyCodes.class);
      assertThat(none.sheet()).isNull();
      done(link, none);

      assertThat(answer.join().statusCode()).isEqualTo(303);
      assertThat(admin.get(PATH).body()).contains("Pas de codes");
    }
  }

  /** What came of a press on the button: the page, and what the station was sent. */
  private record Print(String card, EmergencySheet sheet) {}

  private Print print(TestLink link) {
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () -> admin.submit(PATH, PATH, Map.of("station", "", "codes", "6")));
    Command.EmergencyCodes codes = link.await(Command.EmergencyCodes.class);
    done(link, codes);
    HttpResponse<String> card = answer.join();
    assertThat(card.statusCode()).isEqualTo(200);
    assertThat(card.headers().firstValue("Cache-Control")).hasValue("no-store");
    return new Print(card.body(), Objects.requireNonNull(codes.sheet()));
  }

  private String connectedAgain(@Nullable UUID sheet) {
    try (TestLink link = TestLink.open(server, enrolled)) {
      link.send(new Hello(1, 1, "0.1.0", StationStateName.LOCKED, null, 1, true, sheet));
      link.await(Welcome.class);
      return admin.get(PATH).body();
    }
  }

  private static void done(TestLink link, Command command) {
    link.report(new Report.CommandResult(ReportId.random(), command.id(), CommandOutcome.DONE));
  }

  private static EmergencyCode firstOn(String card) {
    Matcher matcher = PRINTED.matcher(card);
    assertThat(matcher.find()).isTrue();
    return new EmergencyCode(matcher.group(1) + matcher.group(2));
  }

  private boolean nowhereInTheData(String text) throws IOException {
    try (Stream<Path> files = Files.walk(server.dataDir())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return false;
        }
      }
      return true;
    }
  }
}
