package org.escale.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.escale.protocol.Enrolment;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.staff.jdbc.JdbcStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may come into the console, on the real server with real cookies and forms. */
class StaffTest {

  private static final String MEDIATOR = "Mina";

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theSetUpCodeIsInAFileForTheServersUserAloneUntilItIsUsed() throws Exception {
    Path codePath = server.dataDir().resolve("setup-code");
    assertThat(Files.readString(codePath).strip()).isEqualTo(setupCode());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(codePath)))
        .isEqualTo("rw-------");

    TestStaff.admin(server);

    assertThat(codePath).doesNotExist();
  }

  @Test
  void theSetUpCodeIsGoodOnce() {
    TestStaff second = new TestStaff(server);
    String code = setupCode();
    String token = second.token("/setup");
    TestStaff.admin(server);

    HttpResponse<String> answer = second.post("/setup", setup(code, "Eve", token));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("La mise en route est déjà faite.");
    assertThat(second.signIn("Eve", TestStaff.PASSPHRASE).statusCode()).isEqualTo(401);
  }

  @Test
  void theSetUpCodeIsGoodForADay() {
    String code = setupCode();
    server.clock().advance(Duration.ofHours(24));

    HttpResponse<String> answer = new TestStaff(server).setUp(code);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("plus d’un jour");
  }

  @Test
  void tooManyWrongSetUpCodesStopTheTriesForAWhile() {
    TestStaff somebody = new TestStaff(server);
    for (int i = 0; i < 10; i++) {
      assertThat(somebody.setUp("0000-0000-0000").statusCode()).isEqualTo(422);
    }

    assertThat(somebody.setUp(setupCode()).statusCode()).isEqualTo(429);
    server.clock().advance(Duration.ofMinutes(11));
    assertThat(somebody.setUp(setupCode()).statusCode()).isEqualTo(303);
  }

  @Test
  void tooManyWrongPassphrasesStopTheTriesForThisAccountForAWhile() {
    TestStaff.admin(server);
    TestStaff somebody = new TestStaff(server);
    for (int i = 0; i < 5; i++) {
      assertThat(somebody.signIn(TestStaff.ADMIN, "wrong " + i).statusCode()).isEqualTo(401);
    }

    HttpResponse<String> answer = somebody.signIn(TestStaff.ADMIN, TestStaff.PASSPHRASE);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("Attendez dix minutes");
    server.clock().advance(Duration.ofMinutes(11));
    assertThat(somebody.signIn(TestStaff.ADMIN, TestStaff.PASSPHRASE).statusCode()).isEqualTo(303);
  }

  @Test
  void anUnknownNameIsRefusedLikeAWrongPassphrase() {
    TestStaff.admin(server);
    TestStaff somebody = new TestStaff(server);

    HttpResponse<String> unknown = somebody.signIn("Nobody", TestStaff.PASSPHRASE);
    HttpResponse<String> wrong = somebody.signIn(TestStaff.ADMIN, "wrong");

    assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.body().replace("Nobody", TestStaff.ADMIN)).isEqualTo(wrong.body());
  }

  @Test
  void whatIsPostedWithoutTheTokenOfTheSessionIsRefused() {
    TestStaff admin = TestStaff.admin(server);
    TestStaff other = TestStaff.admin(server);
    Map<String, String> fields = Map.of("name", "Poste 9");

    assertThat(admin.post("/stations", fields).statusCode()).isEqualTo(403);
    assertThat(admin.post("/stations", withToken(fields, "guessed")).statusCode()).isEqualTo(403);
    assertThat(admin.post("/stations", withToken(fields, other.token("/"))).statusCode())
        .isEqualTo(403);
    assertThat(admin.post("/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(admin.post("/stations", withToken(fields, admin.token("/"))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void signingInWithoutTheTokenOfTheFormIsRefused() {
    TestStaff.admin(server);
    TestStaff somebody = new TestStaff(server);
    Map<String, String> fields =
        Map.of("name", TestStaff.ADMIN, "passphrase", TestStaff.PASSPHRASE);

    assertThat(somebody.post("/login", fields).statusCode()).isEqualTo(403);
    somebody.get("/login");
    assertThat(somebody.post("/login", withToken(fields, "guessed")).statusCode()).isEqualTo(403);
  }

  @Test
  void whoeverHasNotSignedInIsSentToTheForm() {
    TestStaff.admin(server);
    Enrolment.Answer station = server.enrol("Poste 1");
    TestStaff somebody = new TestStaff(server);

    for (String path :
        new String[] {
          "/", "/bookings", "/help", "/usage", "/stations", receipts(station), "/nowhere"
        }) {
      HttpResponse<String> answer = somebody.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).as(path).hasValue("/login");
    }
    assertThat(somebody.get("/live/room", "Accept", "text/event-stream").statusCode())
        .isEqualTo(401);
    assertThat(somebody.get("/", "HX-Request", "true").statusCode()).isEqualTo(401);
  }

  @Test
  void aMediatorLooksAfterTheRoomAndNotAfterItsStations() {
    TestStaff.admin(server);
    Enrolment.Answer station = server.enrol("Poste 1");
    TestStaff mediator = mediator();

    for (String path : new String[] {"/", "/bookings", "/help", "/usage", receipts(station)}) {
      HttpResponse<String> page = mediator.get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body()).as(path).doesNotContain("href=\"/stations\"");
    }
    for (String path : new String[] {"/stations", "/stations/"}) {
      assertThat(mediator.get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(
              mediator
                  .post(path, withToken(Map.of("name", "Poste 9"), mediator.token("/")))
                  .statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void signingOutEndsTheSession() {
    TestStaff admin = TestStaff.admin(server);

    assertThat(admin.submit("/", "/logout", Map.of()).statusCode()).isEqualTo(303);

    assertThat(admin.get("/").headers().firstValue("Location")).hasValue("/login");
  }

  @Test
  void aSessionIsOverAfterAWorkingDayAndThenForgotten() {
    TestStaff admin = TestStaff.admin(server);
    assertThat(keptSessions()).isEqualTo(1);
    server.clock().advance(Duration.ofHours(12));

    assertThat(admin.get("/").headers().firstValue("Location")).hasValue("/login");
    server.restart();
    await().untilAsserted(() -> assertThat(keptSessions()).isZero());
  }

  private TestStaff mediator() {
    SecureRandom random = new SecureRandom();
    boolean added =
        inDatabase(
            database ->
                new JdbcStaff(database, CentreId.of(database, server.clock()))
                    .add(
                        new StaffStore.Account(
                            new StaffMember(StaffId.random(), MEDIATOR, Role.MEDIATOR),
                            Passphrase.hash(TestStaff.PASSPHRASE, random)),
                        server.clock().instant()));
    assertThat(added).isTrue();
    TestStaff mediator = new TestStaff(server);
    assertThat(mediator.signIn(MEDIATOR, TestStaff.PASSPHRASE).statusCode()).isEqualTo(303);
    return mediator;
  }

  private int keptSessions() {
    return inDatabase(
        database ->
            database.read(
                handle ->
                    handle
                        .createQuery("SELECT count(*) FROM staff_session")
                        .mapTo(Integer.class)
                        .one()));
  }

  private <T> T inDatabase(Function<Database, T> work) {
    try (Database database = Database.open(server.dataDir().resolve("escale.db"))) {
      return work.apply(database);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String setupCode() {
    return Objects.requireNonNull(server.assembly().setupCode());
  }

  private static String receipts(Enrolment.Answer station) {
    return "/stations/" + station.station() + "/receipts";
  }

  private static Map<String, String> setup(String code, String name, String token) {
    String passphrase = TestStaff.PASSPHRASE;
    return Map.of(
        "code", code, "name", name, "passphrase", passphrase, "again", passphrase, "csrf", token);
  }

  private static Map<String, String> withToken(Map<String, String> fields, String token) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrf", token);
    return all;
  }
}
