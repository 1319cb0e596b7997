package org.escale.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Hello;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Welcome;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.platform.trust.CentreAuthority;
import org.escale.server.stations.StationEnrolment;
import org.escale.server.stations.jdbc.JdbcEnrolments;
import org.jspecify.annotations.Nullable;

/** The program as a process that is killed and started again on the same data, and its clients. */
final class MortalServer implements AutoCloseable {

  private static final ProtocolJson JSON = new ProtocolJson();

  private final Path dir;
  private final ZoneId zone = TestServer.whereItIsMorning();
  private final HttpClient client;
  private ChildServer server;
  private volatile int port;

  private MortalServer(Path dir) throws Exception {
    this.dir = dir;
    server = ChildServer.serve(ChildServer.onFreePorts(dir, "--zone", zone.getId()));
    port = server.awaitPort();
    client = TestServer.clientTrusting(authority().certificate());
  }

  static MortalServer start(Path dir) throws Exception {
    return new MortalServer(dir);
  }

  ZoneId zone() {
    return zone;
  }

  void kill() throws InterruptedException {
    server.kill();
  }

  void startAgain() throws Exception {
    server.close();
    server = ChildServer.serve(ChildServer.onFreePorts(dir, "--zone", zone.getId()));
    port = server.awaitPort();
  }

  Enrolment.Answer enrol(String name) throws Exception {
    InstantSource clock = InstantSource.system();
    try (Database database = Database.open(dir.resolve("escale.db"))) {
      String secret =
          new StationEnrolment(
                  new JdbcEnrolments(database, CentreId.of(database, clock)),
                  authority().publicKey(),
                  new SecureRandom(),
                  clock)
              .issueCode(name)
              .secret();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri(Protocol.ENROL_PATH))
              .POST(body(new Enrolment.Request(secret, "0.1.0")));
      return JSON.read(TestServer.send(client, request.build()).body(), Enrolment.Answer.class);
    }
  }

  TestLink connect(
      Enrolment.Answer station, StationStateName state, @Nullable SessionId session, long receipt) {
    TestLink link = TestLink.open(client, port, station);
    link.send(new Hello(1, 1, "0.1.0", state, session, receipt, true));
    link.await(Welcome.class);
    return link;
  }

  /** A clean station that waits for visitors, and has proven it. */
  TestLink connectLocked(Enrolment.Answer station, long receipt) {
    TestLink link = connect(station, StationStateName.LOCKED, null, receipt - 1);
    link.report(UnlockCrashTest.wiped(WipeOrderId.random(), null, receipt));
    link.report(state(StationStateName.LOCKED, null));
    return link;
  }

  HttpResponse<String> ask(Enrolment.Answer station, String path, Object wish) {
    return TestServer.send(
        client,
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", TestServer.bearer(station))
            .POST(body(wish))
            .build());
  }

  /** Asks for what is granted. */
  <T> T ask(Enrolment.Answer station, String path, Object wish, Class<T> granted) throws Exception {
    HttpResponse<String> answer = ask(station, path, wish);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.read(answer.body(), granted);
  }

  /** The first admin, set up with the code that lies beside the data. Stays signed in. */
  TestStaff admin() throws Exception {
    TestStaff admin =
        new TestStaff(TestServer.clientTrusting(authority().certificate()), this::uri);
    HttpResponse<String> answer = admin.setUp(Files.readString(dir.resolve("setup-code")).strip());
    if (answer.statusCode() != 303) {
      throw new AssertionError("not set up: " + answer.statusCode());
    }
    return admin;
  }

  List<String> rows(String sql) throws Exception {
    try (Database database = Database.open(dir.resolve("escale.db"))) {
      return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
  }

  /** For example {@code VISITS}. */
  String counted(String counter) throws Exception {
    return rows("SELECT coalesce(sum(amount), 0) FROM usage_count WHERE counter = '"
            + counter
            + "'")
        .getFirst();
  }

  static Report state(StationStateName state, @Nullable SessionId session) {
    return new Report.StateChanged(
        ReportId.random(), state, session, null, null, false, false, true);
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }

  private URI uri(String path) {
    return URI.create("https://127.0.0.1:" + port + path);
  }

  private static HttpRequest.BodyPublisher body(Object message) {
    return HttpRequest.BodyPublishers.ofString(JSON.write(message));
  }

  private CentreAuthority authority() throws Exception {
    return CentreAuthority.open(
        dir, "Escale", List.of(), new SecureRandom(), InstantSource.system());
  }
}
