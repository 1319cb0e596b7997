package org.escale.server.bring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.escale.protocol.Bringing;
import org.escale.protocol.Bringing.Outcome;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.server.TestServer;
import org.escale.server.TestVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents from real telephones' requests to stations' requests, through the real server. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BringTest {

  private static final int MEGABYTE = 1024 * 1024;

  private static TestServer server;
  private static int stations;

  private HttpClient phone;
  private TestVisit visit;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void beginAVisit() {
    phone = server.client();
    visit = TestVisit.begin(server, "Poste " + ++stations, Language.FRENCH);
  }

  @AfterEach
  void leave() {
    visit.end();
    visit.close();
  }

  @Test
  void aPhotoReachesItsVisitByteForByteAndNoFileIsEverMade() throws Exception {
    byte[] photo = photo(10 * MEGABYTE);
    String code = visit.invite().code().signs();
    Set<Path> before = files();
    CountDownLatch goOn = new CountDownLatch(1);
    InputStream halting =
        new SequenceInputStream(
            new ByteArrayInputStream(photo, 0, 3 * MEGABYTE),
            new Halting(goOn, new ByteArrayInputStream(photo, 3 * MEGABYTE, photo.length)));
    CompletableFuture<HttpResponse<String>> answer =
        bring(
            code,
            BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> halting), photo.length));

    HttpResponse<InputStream> document = visit.fetch();

    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.headers().firstValue("Content-Type")).contains("image/jpeg");
    byte[] first = document.body().readNBytes(2 * MEGABYTE);
    assertThat(files()).isEqualTo(before);
    goOn.countDown();
    byte[] last = document.body().readAllBytes();
    assertThat(answer).isNotDone();
    visit.tell(document, Outcome.STORED);

    assertAnswered(answer, 200, PhoneAnswer.STORED);
    assertThat(first).isEqualTo(Arrays.copyOf(photo, first.length));
    assertThat(last).isEqualTo(Arrays.copyOfRange(photo, first.length, photo.length));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void refusesWhatIsTooLargeOrNeitherPhotoNorPdf() throws Exception {
    String code = visit.invite().code().signs();

    assertAnswered(
        bring(code, BodyPublishers.ofByteArray(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0})),
        415,
        PhoneAnswer.OTHER_KIND);
    assertAnswered(
        bring(code, BodyPublishers.ofByteArray(new byte[0])), 415, PhoneAnswer.OTHER_KIND);
    assertThat(statusOfAHead(code, 16 * MEGABYTE)).startsWith("HTTP/1.1 413");
    assertAnswered(
        bring(code, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(photo(9)))),
        413,
        PhoneAnswer.TOO_LARGE);
  }

  @Test
  void saysWhatBecameOfADocumentAtTheStation() throws Exception {
    String code = visit.invite().code().signs();
    CompletableFuture<HttpResponse<String>> answer =
        bring(code, BodyPublishers.ofByteArray(photo(MEGABYTE)));

    HttpResponse<InputStream> document = visit.fetch();
    document.body().readAllBytes();
    visit.tell(document, Outcome.HOME_FULL);

    assertAnswered(answer, 507, PhoneAnswer.HOME_FULL);
  }

  @Test
  void ofTwoPhonesAtOnceOneIsAskedToWait() throws Exception {
    String code = visit.invite().code().signs();
    CompletableFuture<HttpResponse<String>> first =
        bring(code, BodyPublishers.ofByteArray(photo(MEGABYTE)));
    HttpResponse<InputStream> document = visit.fetch();

    assertAnswered(
        bring(code, BodyPublishers.ofByteArray(photo(MEGABYTE))), 409, PhoneAnswer.ONE_MOMENT);

    document.body().readAllBytes();
    visit.tell(document, Outcome.STORED);
    assertAnswered(first, 200, PhoneAnswer.STORED);
  }

  @Test
  void eachVisitIsBroughtItsOwn() throws Exception {
    try (TestVisit other = TestVisit.begin(server, "Autre " + stations, Language.ENGLISH)) {
      byte[] mine = photo(MEGABYTE);
      byte[] hers = photo(MEGABYTE + 1);
      var atMine = bring(visit.invite().code().signs(), BodyPublishers.ofByteArray(mine));
      var atHers = bring(other.invite().code().signs(), BodyPublishers.ofByteArray(hers));

      HttpResponse<InputStream> toHer = other.fetch();
      HttpResponse<InputStream> toMe = visit.fetch();

      assertThat(toMe.body().readAllBytes()).isEqualTo(mine);
      assertThat(toHer.body().readAllBytes()).isEqualTo(hers);
      visit.tell(toHer, Outcome.STORED);
      assertThat(atHers).as("told by a station that it was not for").isNotDone();
      visit.tell(toMe, Outcome.STORED);
      other.tell(toHer, Outcome.STORED);
      assertAnswered(atMine, 200, PhoneAnswer.STORED);
      assertAnswered(atHers, 200, PhoneAnswer.STORED);
      other.end();
    }
  }

  @Test
  void aTelephoneThatGoesAwayLeavesTheStationWithLessThanItWasTold() throws Exception {
    String code = visit.invite().code().signs();
    byte[] photo = photo(MEGABYTE);
    SSLSocket gone = connect();
    OutputStream out = gone.getOutputStream();
    out.write(head(code, photo.length));
    out.write(photo, 0, photo.length / 2);
    out.flush();
    HttpResponse<InputStream> document = visit.fetch();
    document.body().readNBytes(1000);

    gone.setSoLinger(true, 0);
    gone.close();

    assertThatThrownBy(() -> document.body().readAllBytes()).isInstanceOf(IOException.class);
    visit.tell(document, Outcome.FAILED);
    var next = bring(code, BodyPublishers.ofByteArray(photo));
    HttpResponse<InputStream> whole = visit.fetch();
    assertThat(whole.body().readAllBytes()).isEqualTo(photo);
    visit.tell(whole, Outcome.STORED);
    assertAnswered(next, 200, PhoneAnswer.STORED);
  }

  @Test
  void aStationThatGoesAwayIsSaidToBeAway() throws Exception {
    String code = visit.invite().code().signs();
    var answer = bring(code, BodyPublishers.ofByteArray(photo(10 * MEGABYTE)));

    visit.fetch().body().close();

    assertAnswered(answer, 503, PhoneAnswer.STATION_AWAY);
  }

  @Test
  void whatIsHiddenTakesNothing() throws Exception {
    String code = visit.invite().code().signs();
    visit.state(StationStateName.HIDDEN);

    assertAnswered(
        bring(code, BodyPublishers.ofByteArray(photo(MEGABYTE))), 409, PhoneAnswer.HIDDEN);
  }

  @Test
  void aCodeEndsWithItsVisit() throws Exception {
    Bringing.Invitation invitation = visit.invite();
    assertThat(visit.invite().code()).as("asked again").isEqualTo(invitation.code());

    visit.end();

    assertAnswered(
        bring(invitation.code().signs(), BodyPublishers.ofByteArray(photo(10 * MEGABYTE))),
        410,
        PhoneAnswer.VISIT_OVER);
    assertThat(visit.fetch().statusCode()).isEqualTo(410);
    assertThat(visit.ask(Protocol.BRING_PATH, new Bringing.Wish(visit.session())).statusCode())
        .isEqualTo(409);
  }

  @Test
  void nobodyInvitesIntoAVisitOfAnotherStation() {
    assertThat(visit.ask(Protocol.BRING_PATH, new Bringing.Wish(SessionId.random())).statusCode())
        .isEqualTo(409);
  }

  @Test
  void aTelephoneIsSentToAnAddressOfTheServerThatTheRoomReaches() {
    Bringing.Invitation invitation = visit.invite();

    assertThat(URI.create(invitation.address()))
        .hasPort(server.uri("/").getPort())
        .hasPath("/apporter");
    assertThat(invitation.address()).doesNotContain("127.0.0.1");
    assertThat(invitation.link()).endsWith("#" + invitation.code().signs());
  }

  @Test
  void thePageSaysNothingOfAVisitWithoutItsCode() {
    HttpResponse<String> page = server.get(phone, "/apporter", "Accept-Language", "ar-MA,fr;q=0.5");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("lang=\"ar\" dir=\"rtl\"");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'");
  }

  @Test
  void wrongCodesAreLookedAtOnlySoOften() {
    try (TestServer own = TestServer.start();
        TestVisit there = TestVisit.begin(own, "Poste", Language.FRENCH)) {
      String code = there.invite().code().signs();
      HttpClient caller = own.client();
      assertThat(visitStatus(own, caller, code)).isEqualTo(200);

      for (int i = 0; i < 10; i++) {
        assertThat(visitStatus(own, caller, "0000000" + i)).isEqualTo(404);
      }

      assertThat(visitStatus(own, caller, "00000000")).isEqualTo(429);
      assertThat(visitStatus(own, caller, code)).isEqualTo(429);
    }
  }

  private static int visitStatus(TestServer server, HttpClient caller, String code) {
    return server.post(caller, "/apporter/visit", "", "Escale-Code", code).statusCode();
  }

  private CompletableFuture<HttpResponse<String>> bring(String code, BodyPublisher body) {
    return phone.sendAsync(
        HttpRequest.newBuilder(server.uri("/apporter/documents"))
            .header("Escale-Code", code)
            .PUT(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void assertAnswered(
      CompletableFuture<HttpResponse<String>> answer, int status, PhoneAnswer expected)
      throws Exception {
    HttpResponse<String> told = answer.get(40, TimeUnit.SECONDS);
    assertThat(told.body()).isEqualTo("{\"answer\":\"" + expected + "\"}");
    assertThat(told.statusCode()).isEqualTo(status);
  }

  /** The first line of the answer to somebody who says that so much will follow. */
  private static String statusOfAHead(String code, int size) throws IOException {
    try (SSLSocket socket = connect()) {
      socket.getOutputStream().write(head(code, size));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  private static byte[] head(String code, int size) {
    return String.join(
            "\r\n",
            "PUT /apporter/documents HTTP/1.1",
            "Host: " + server.uri("/").getAuthority(),
            "Escale-Code: " + code,
            "Content-Length: " + size,
            "",
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static SSLSocket connect() throws IOException {
    URI address = server.uri("/");
    return (SSLSocket)
        TestServer.contextTrusting(server.authority())
            .getSocketFactory()
            .createSocket(address.getHost(), address.getPort());
  }

  private static byte[] photo(int size) {
    byte[] photo = new byte[size];
    new Random(size).nextBytes(photo);
    photo[0] = (byte) 0xff;
    photo[1] = (byte) 0xd8;
    photo[2] = (byte) 0xff;
    return photo;
  }

  /** Bytes that come only when the test goes on. */
  private static final class Halting extends FilterInputStream {

    private final CountDownLatch goOn;

    Halting(CountDownLatch goOn, InputStream rest) {
      super(rest);
      this.goOn = goOn;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return super.read(into, offset, length);
    }
  }

  /** Every file where this server could have put one, but for other programs' temporary ones. */
  private static Set<Path> files() throws IOException {
    try (Stream<Path> data = Files.walk(server.dataDir());
        Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return Stream.concat(data, open.map(BringTest::target).filter(BringTest::isOnADisk))
          .collect(Collectors.toSet());
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException gone) {
      return Path.of("gone");
    }
  }

  /** Also files that were made and unlinked at once. */
  private static boolean isOnADisk(Path path) {
    return path.startsWith(System.getProperty("java.io.tmpdir")) || path.startsWith("/var/tmp");
  }
}
